import type { SchoolContext } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { olderThan } from '@/lib/platform/older-than'
import { query } from '@/lib/platform/operation'
import { encodeCursor } from '@/lib/shared/cursor'
import { addDays, dayToDate } from '@/lib/shared/dates'
import { mayReadHealth, withoutHealth } from '../students/policy'
import { verbsOf } from './rules'
import {
  type AuditDetail,
  type AuditFilter,
  type AuditLine,
  auditDetailPage,
  auditPage,
  type HistoryEntity,
  listAuditInput,
  ofRecordInput,
} from './schema'

const lineFields = {
  id: true,
  at: true,
  actorKind: true,
  actorName: true,
  action: true,
  entity: true,
  entityId: true,
  studentId: true,
  reason: true,
  before: true,
  after: true,
} as const

type Stored = Omit<AuditLine, 'at' | 'before' | 'after'> & { at: Date; before: unknown; after: unknown }

const asRecord = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null

/** Health data stand in the history too, and are as closed there as in the record. */
const toLine =
  (ctx: SchoolContext) =>
  <Row extends Stored>(row: Row) => {
    const [before, after] = [asRecord(row.before), asRecord(row.after)]
    const open = mayReadHealth(ctx)
    return {
      ...row,
      at: row.at.toISOString(),
      before: open || !before ? before : withoutHealth(before),
      after: open || !after ? after : withoutHealth(after),
    }
  }

function page<Line extends AuditLine | AuditDetail>(lines: Line[], limit: number) {
  const items = lines.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: lines.length > limit && last ? encodeCursor([last.at, last.id]) : null }
}

const newestFirst = [{ at: 'desc' as const }, { id: 'desc' as const }]

/** @throws AppError not_found when the school has no such record */
async function linesAbout(db: TenantClient, entity: HistoryEntity, entityId: string) {
  const one = { where: { id: entityId }, select: { id: true } } as const
  if (entity !== 'student') {
    const record = await (entity === 'guardian' ? db.guardian.findFirst(one) : db.enrollment.findFirst(one))
    if (!record) throw new AppError('not_found')
    return { entity, entityId }
  }
  const [student, family] = await Promise.all([
    db.student.findFirst(one),
    db.studentGuardian.findMany({ where: { studentId: entityId }, select: { guardianId: true } }),
  ])
  if (!student) throw new AppError('not_found')
  const guardians = family.map(({ guardianId }) => guardianId)
  return { OR: [{ studentId: entityId }, { entity: 'guardian', entityId: { in: guardians }, studentId: null }] }
}

/**
 * The history of one record, newest first. A student's holds the lines of the guardians, the enrollments and the documents too.
 * @throws AppError not_found when the school has no such record
 */
export const historyOfRecord = query({
  name: 'audit.ofRecord',
  permission: ['read:students', 'read:audit_log'],
  input: ofRecordInput,
  output: auditPage,
  run: async ({ ctx, db, input: { entity, entityId, cursor, limit } }) => {
    const about = await linesAbout(db, entity, entityId)
    const rows = await db.auditLog.findMany({
      where: { AND: [about, olderThan('at', cursor)] },
      orderBy: newestFirst,
      take: limit + 1,
      select: lineFields,
    })
    return page(rows.map(toLine(ctx)), limit)
  },
})

const startOf = (day: string) => new Date(dayToDate(day).getTime() + 5 * 3_600_000)

const endingIn = (verbs: readonly string[]) => verbs.map((verb) => ({ action: { endsWith: `.${verb}` } }))

/** The lines that a filter lets through. Days begin at midnight in Bogotá, five hours after UTC's. */
const matching = ({ actor, entity, entityId, action, kind, from, to }: AuditFilter) => ({
  ...(actor ? { actorName: { contains: actor, mode: 'insensitive' as const } } : {}),
  ...(entity ? { entity } : {}),
  ...(entityId ? { entityId } : {}),
  ...(action ? { action } : {}),
  AND: [
    ...(kind && kind !== 'change' ? [{ OR: endingIn(verbsOf[kind]) }] : []),
    ...(kind === 'change' ? [{ NOT: { OR: endingIn(Object.values(verbsOf).flat()) } }] : []),
    ...(from ? [{ at: { gte: startOf(from) } }] : []),
    ...(to ? [{ at: { lt: startOf(addDays(to, 1)) } }] : []),
  ],
})

/** Everything that happened in the school, newest first, with where it came from. */
export const listAudit = query({
  name: 'audit.list',
  permission: 'read:audit_log',
  input: listAuditInput,
  output: auditDetailPage,
  run: async ({ ctx, db, input: { cursor, limit, ...filter } }) => {
    const rows = await db.auditLog.findMany({
      where: { AND: [matching(filter), olderThan('at', cursor)] },
      orderBy: newestFirst,
      take: limit + 1,
      select: { ...lineFields, ip: true, userAgent: true, requestId: true },
    })
    return page(rows.map(toLine(ctx)), limit)
  },
})
