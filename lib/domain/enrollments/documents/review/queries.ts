import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { decodeCursor, encodeCursor } from '@/lib/shared/cursor'
import { gradeOrder } from '@/lib/shared/grades'
import { documentName, requirementNames } from '../queries'
import { readRejection } from '../rules'
import { reviewQueue, reviewQueueInput } from '../schema'
import { type QueueKey, type QueueRow, queuePage } from './sql'

function after(cursor: string | undefined): QueueKey | undefined {
  if (!cursor) return undefined
  const [at, id] = decodeCursor(cursor, 2) ?? []
  const moment = typeof at === 'string' ? new Date(at) : null
  if (!moment || Number.isNaN(moment.getTime()) || typeof id !== 'string')
    throw new AppError('invalid', { fields: { cursor: 'validation.cursor' } })
  return { uploadedAt: moment, id }
}

/** What families sent and nobody has looked at, the oldest first, with all that a reviewer compares it with. */
export const readReviewQueue = query({
  name: 'documents.reviewQueue',
  permission: 'read:enrollment',
  input: reviewQueueInput,
  output: reviewQueue,
  run: async ({ db, ctx, sql, input: { cursor, limit, ...filter } }) => {
    const [names, { total, rows, grades, types }] = await Promise.all([
      requirementNames(db),
      queuePage({ ctx, sql }, filter, limit + 1, after(cursor)),
    ])
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      total,
      nextCursor: rows.length > limit && last ? encodeCursor([momentOf(last), last.documentId]) : null,
      items: page.flatMap((row) => itemOf(row, names) ?? []),
      grades: grades.sort((a, b) => gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel)),
      types: types.map((type) => ({ ...type, name: names.get(type.documentType)?.name ?? type.documentType })),
    }
  },
})

const momentOf = ({ uploadedAt }: QueueRow): string => new Date(uploadedAt).toISOString()

/** A document as the reviewer sees it; none when its file is not one that may be opened. */
function itemOf(row: QueueRow, names: Awaited<ReturnType<typeof requirementNames>>) {
  const { files, fileId, identityType, identityNumber, metadata, ...rest } = row
  const file = files?.find(({ id }) => id === fileId)
  if (!file) return null
  return {
    ...rest,
    identity: { type: identityType, number: identityNumber },
    ...documentName(names, row),
    uploadedAt: momentOf(row),
    sentBy: file.sentBy,
    file,
    earlier: files.flatMap(({ id, reason }) => (id === file.id ? [] : (readRejection(reason) ?? []))),
  }
}
