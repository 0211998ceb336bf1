import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { can } from '@/lib/platform/permissions'
import { updateVersioned } from '@/lib/platform/version'
import { changeablePhrases, keepPhrases, sharePhrases } from './policy'
import { createPhraseInput, removedPhrase, removePhraseInput, savedPhrase, updatePhraseInput } from './schema'

const permission = keepPhrases
const entity = 'phrase'

/** Keeps a phrase for comments, the person's own or everybody's. @throws AppError forbidden for everybody's without the right */
export const createPhrase = command({
  name: 'gradebook.createPhrase',
  permission,
  input: createPhraseInput,
  output: savedPhrase,
  run: async ({ db, ctx, input: { shared, subjectId, ...phrase }, audit }) => {
    if (shared && !can(ctx.permissions, sharePhrases)) throw new AppError('forbidden')
    if (subjectId && !(await db.subject.findFirst({ where: { id: subjectId }, select: { id: true } })))
      throw new AppError('not_found')
    const row = await db.commentPhrase.create({
      data: { schoolId: ctx.schoolId, ...phrase, subjectId: subjectId ?? null, ownerId: shared ? null : userIdOf(ctx) },
      select: { id: true, version: true },
    })
    audit({ action: 'phrase.create', entity, entityId: row.id, after: { text: phrase.text } })
    return row
  },
})

/** @throws AppError not_found for a colleague's; conflict */
export const updatePhrase = command({
  name: 'gradebook.updatePhrase',
  permission,
  input: updatePhraseInput,
  output: savedPhrase,
  run: async ({ db, ctx, input: { phraseId, version, text }, audit }) => {
    const before = await db.commentPhrase.findFirst({
      where: { AND: [{ id: phraseId, isActive: true }, changeablePhrases(ctx)] },
      select: { text: true },
    })
    if (!before) throw new AppError('not_found')
    const saved = await updateVersioned<{ id: string; version: number; text: string }>(db.commentPhrase, {
      id: phraseId,
      version,
      data: { text },
      shows: ['text'],
    })
    audit({ action: 'phrase.update', entity, entityId: phraseId, before, after: { text } })
    return { id: phraseId, version: saved.version }
  },
})

/** Takes a phrase out of the bank; comments that were written with it stay as they are. @throws AppError not_found */
export const removePhrase = command({
  name: 'gradebook.removePhrase',
  permission,
  input: removePhraseInput,
  output: removedPhrase,
  run: async ({ db, ctx, input: { phraseId }, audit }) => {
    const { count } = await db.commentPhrase.updateMany({
      where: { AND: [{ id: phraseId, isActive: true }, changeablePhrases(ctx)] },
      data: { isActive: false, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('not_found')
    audit({ action: 'phrase.remove', entity, entityId: phraseId })
    return { id: phraseId }
  },
})

/** Puts a phrase that was taken out back into the bank. @throws AppError not_found */
export const restorePhrase = command({
  name: 'gradebook.restorePhrase',
  permission,
  input: removePhraseInput,
  output: savedPhrase,
  run: async ({ db, ctx, input: { phraseId }, audit }) => {
    const [row] = await db.commentPhrase.updateManyAndReturn({
      where: { AND: [{ id: phraseId }, changeablePhrases(ctx)] },
      data: { isActive: true, version: { increment: 1 } },
      select: { id: true, version: true },
    })
    if (!row) throw new AppError('not_found')
    audit({ action: 'phrase.restore', entity, entityId: phraseId })
    return row
  },
})
