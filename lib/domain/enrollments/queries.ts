import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { can } from '@/lib/platform/permissions'
import { keysetPage, readPlace } from '@/lib/shared/keyset'
import { statusChoices } from './rules'
import { enrollmentDetail, enrollmentIdInput, enrollmentPage, listEnrollmentsInput } from './schema'
import * as read from './sql'

function placeOf(cursor: string) {
  const place = readPlace(cursor)
  if (!place) throw new AppError('invalid', { field: 'cursor', reason: 'validation.cursor' })
  return place
}

/** Enrollments by the child's surname, with how many there are in each state. */
export const listEnrollments = query({
  name: 'enrollments.list',
  permission: 'read:enrollment',
  input: listEnrollmentsInput,
  output: enrollmentPage,
  run: async ({ ctx, sql, input: { cursor, limit, ...filter } }) => {
    const place = cursor ? placeOf(cursor) : undefined
    const [rows, counts, whole] = await Promise.all([
      read.enrollmentRows({ ctx, sql }, filter, limit + 1, place?.key),
      read.countByStatus({ ctx, sql }, filter),
      read.countWhole({ ctx, sql }, filter),
    ])
    const of = (status: string) => counts.find((one) => one.status === status)?.count ?? 0
    const { start, ...page } = keysetPage(rows, limit, place)
    return {
      ...page,
      items: page.items.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
      from: page.items.length > 0 ? start + 1 : 0,
      total: filter.status ? of(filter.status) : counts.reduce((sum, { count }) => sum + count, 0),
      whole,
      byStatus: {
        pending_documents: of('pending_documents'),
        in_review: of('in_review'),
        active: of('active'),
        graduated: of('graduated'),
        withdrawn: of('withdrawn'),
      },
    }
  },
})

/**
 * One enrollment with everything that its page shows. `choices` are empty for who may only read.
 * @throws AppError not_found
 */
export const readEnrollment = query({
  name: 'enrollments.read',
  permission: 'read:enrollment',
  input: enrollmentIdInput,
  output: enrollmentDetail,
  run: async ({ ctx, sql, input: { enrollmentId } }) => {
    const reader = { ctx, sql }
    const [enrollment, guardians] = await Promise.all([
      read.enrollmentById(reader, enrollmentId),
      read.guardiansOf(reader, read.ofEnrollment(reader, enrollmentId)),
    ])
    if (!enrollment) throw new AppError('not_found')
    const choices = can(ctx.permissions, 'write:enrollment')
      ? statusChoices(enrollment.status, enrollment.documents)
      : []
    return { ...enrollment, createdAt: enrollment.createdAt.toISOString(), guardians, choices }
  },
})
