import { AppError } from '@/lib/platform/errors'
import { command, done, nothing } from '@/lib/platform/operation'

/**
 * Counts the opening of the link behind this context, which the token has already proved.
 * @throws AppError link_unavailable when it was opened as often as it may be
 */
export const openLink = command({
  name: 'families.openLink',
  permission: 'family:self',
  input: nothing,
  output: done,
  run: async ({ db, ctx, audit }) => {
    if (ctx.actor.kind !== 'guardian') throw new AppError('forbidden')
    const { linkId, guardianId } = ctx.actor
    const link = await db.familyLink.findFirst({ where: { id: linkId }, select: { maxUses: true } })
    const { count } = await db.familyLink.updateMany({
      where: { id: linkId, revokedAt: null, useCount: { lt: link?.maxUses ?? 0 } },
      data: { useCount: { increment: 1 }, lastUsedAt: new Date() },
    })
    if (count === 0) throw new AppError('link_unavailable')
    audit({ action: 'family_link.open', entity: 'family_link', entityId: linkId, after: { guardianId } })
    return { ok: true as const }
  },
})
