import { userIdOf } from '@/lib/platform/context'
import { mailableKinds } from '@/lib/platform/notify'
import { command } from '@/lib/platform/operation'
import { ownMembership } from './queries'
import { mailedKinds, marked, markReadInput, saveMailedInput } from './schema'

/** The person has seen them. Nobody else is concerned, so it leaves no line in the history. */
export const markRead = command({
  name: 'notifications.markRead',
  input: markReadInput,
  output: marked,
  run: async ({ db, ctx, input: { ids } }) => {
    const userId = userIdOf(ctx)
    if (!userId) return { marked: 0 }
    const { count } = await db.notification.updateMany({
      where: { userId, readAt: null, ...(ids ? { id: { in: ids } } : {}) },
      data: { readAt: new Date() },
    })
    return { marked: count }
  },
})

/** @throws AppError not_found for who is no member */
export const saveMailed = command({
  name: 'notifications.saveMailed',
  input: saveMailedInput,
  output: mailedKinds,
  run: async ({ db, ctx, input, audit }) => {
    const { id, mailed: before } = await ownMembership(db, ctx)
    const kinds = mailableKinds(ctx.permissions)
    const mailed = kinds.filter((kind) => input.mailed.includes(kind))
    await db.schoolMembership.updateMany({ where: { id }, data: { mailedKinds: mailed } })
    audit({
      action: 'membership.mails',
      entity: 'membership',
      entityId: id,
      before: { mailed: before.length },
      after: { mailed: mailed.length },
    })
    return { kinds, mailed }
  },
})
