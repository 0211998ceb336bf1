import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { deleteObject } from '@/lib/platform/storage'
import { oneImportInput } from '../schema'
import { countRows, findBatch } from '../steps'
import { clearedStatus } from './rules'
import { findDue } from './steps'

/**
 * Removes the rows of an import and the file that it came from. They are personal data of minors and their families, and
 * may be kept only as long as the purpose lasts for which they were handed over (Ley 1581 de 2012, art. 4 b, purpose, and
 * Decreto 1074 de 2015, art. 2.2.2.25.2.8, temporality): bringing the list in, and taking it back. What stays says who
 * imported which file when, and how many rows came of it.
 * @throws AppError not_found; not_allowed_now while somebody may still need them; unavailable without a store
 */
export const clearImport = command({
  name: 'imports.clear',
  permission: 'config:institution',
  input: oneImportInput,
  output: done,
  prepare: async (call) => {
    const { db, input } = call
    const batch = await findBatch(call, input.importId)
    if ((await findDue(db, new Date(), batch.id)).length === 0)
      throw new AppError('not_allowed_now', { reason: 'imports.refusal.notToClear' })
    const file = await db.storedFile.findFirst({ where: { id: batch.fileId }, select: { objectKey: true } })
    // First the bytes: cut short here, the next night finds the batch again.
    if (file) await deleteObject(file.objectKey)
    return batch
  },
  run: async (call) => {
    const { db, prepared: batch, audit } = call
    const counts = await countRows(call, batch.id)
    const { count } = await db.importBatch.updateMany({
      where: { id: batch.id, clearedAt: null },
      data: {
        status: clearedStatus(batch.status),
        counts,
        clearedAt: new Date(),
        // What the columns were called is kept for the next file; what was said about single rows is not.
        refusal: {},
        version: { increment: 1 },
      },
    })
    if (count === 0) return { ok: true as const }
    await db.importRow.deleteMany({ where: { batchId: batch.id } })
    await db.storedFile.updateMany({ where: { id: batch.fileId }, data: { status: 'cleared', size: 0 } })
    const after = { name: batch.fileName, count: counts.rows }
    audit({ action: 'import.clear', entity: 'import', entityId: batch.id, after })
    return { ok: true as const }
  },
})
