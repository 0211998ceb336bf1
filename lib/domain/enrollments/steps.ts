import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { dayToDate } from '@/lib/shared/dates'
import type { EnrollmentStatus } from '@/lib/shared/enrollment-status'
import { followEnrollment } from '../academics/placements/steps'
import { acceptsEnrollments } from '../years/rules'
import type { YearStatus } from '../years/schema'
import type { DocumentStatus } from './documents/schema'
import { type DocumentFact, historyEntry, nextStatusAfterReview, transition } from './rules'
import { type Commitment, enrolled, type StatusHistoryEntry } from './schema'

export type Move = {
  id: string
  /** The version that the person saw; without it the move is of the program itself and follows the newest state. */
  version?: number
  to: EnrollmentStatus
  reason?: string | null
  commitment?: Commitment | null
}

const moved = {
  id: true,
  studentId: true,
  status: true,
  statusHistory: true,
  commitmentDueOn: true,
  missingCount: true,
  reviewCount: true,
  version: true,
} as const

/** Who stands in the history: the user's id, or nobody for a guardian and for jobs, and the name in any case. */
const author = ({ ctx }: CommandCall) => ({ changed_by: userIdOf(ctx), changed_by_name: ctx.actor.name })

/** The first line of an enrollment's history. */
export function openedEntry(call: CommandCall, now = new Date(), reason = 'created'): StatusHistoryEntry {
  return { ...historyEntry('pending_documents', now, null, reason), ...author(call) }
}

/** The lines of an enrollment that begins with papers of earlier years: waiting for papers, or for a reviewer when none is missing. */
export function openedWith(
  call: CommandCall,
  documents: readonly DocumentFact[],
  reason: string,
): { status: EnrollmentStatus; history: StatusHistoryEntry[] } {
  const now = new Date()
  const opened = openedEntry(call, now, reason)
  const step = nextStatusAfterReview('pending_documents', documents)
  if (!step) return { status: 'pending_documents', history: [opened] }
  return {
    status: step.to,
    history: [opened, { ...historyEntry(step.to, now, null, 'papers_carried'), ...author(call) }],
  }
}

/**
 * Takes an enrollment to another state by the rules, and writes its history and the school's. Group and courses
 * follow: they end with a withdrawal and begin when it becomes active.
 * @throws AppError not_found; conflict with the enrollment as it is now when somebody moved it first;
 * not_allowed_now when the state machine has no such way, or asks for a reason, papers or a commitment
 */
export async function moveEnrollment(call: CommandCall, move: Move) {
  const { db } = call
  for (let attempt = 0; attempt < 3; attempt++) {
    const [enrollment, documents] = await Promise.all([
      db.enrollment.findFirst({ where: { id: move.id }, select: moved }),
      db.enrollmentDocument.findMany({ where: { enrollmentId: move.id }, select: { required: true, status: true } }),
    ])
    if (!enrollment) throw new AppError('not_found')
    if (move.version !== undefined && move.version !== enrollment.version) throw await clash(call, move.id)
    const step = transition(enrollment.status as EnrollmentStatus, move.to, {
      now: new Date(),
      changedBy: userIdOf(call.ctx),
      reason: move.reason ?? null,
      commitment: move.commitment ?? null,
      documents: documents.map(({ required, status }) => ({ required, status: status as DocumentStatus })),
    })
    if (!step.ok) throw new AppError('not_allowed_now', { reason: step.reason, field: step.field ?? 'status' })
    const entry = { ...step.entry, ...author(call) }
    const { count } = await db.enrollment.updateMany({
      where: { id: move.id, version: enrollment.version },
      data: {
        status: move.to,
        statusHistory: [...(enrollment.statusHistory as StatusHistoryEntry[]), entry],
        commitmentDueOn: step.commitmentDueOn ? dayToDate(step.commitmentDueOn) : null,
        version: { increment: 1 },
      },
    })
    // Somebody moved it between our read and our write: a person has to look again, the program reads again.
    if (count === 0) {
      if (move.version !== undefined) throw await clash(call, move.id)
      continue
    }
    call.audit({
      action: 'enrollment.move',
      entity: 'enrollment',
      entityId: move.id,
      studentId: enrollment.studentId,
      before: { status: enrollment.status },
      after: { status: move.to, ...(move.commitment && step.commitmentDueOn ? { commitment: move.commitment } : {}) },
      reason: move.reason ?? null,
    })
    if (move.to === 'withdrawn' || move.to === 'active')
      await followEnrollment(call, move.id, move.version === undefined ? null : (move.reason ?? null))
    return {
      id: move.id,
      studentId: enrollment.studentId,
      status: move.to,
      missingCount: enrollment.missingCount,
      version: enrollment.version + 1,
    }
  }
  throw await clash(call, move.id)
}

/**
 * Takes back a graduation that the school's own roll-over wrote, when nobody has touched the enrollment since.
 * @returns whether it was taken back
 */
export async function takeBackGraduation(
  call: CommandCall,
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<boolean> {
  const { db } = call
  const enrollment = await db.enrollment.findFirst({ where: { id, version, status: 'graduated' }, select: moved })
  if (!enrollment) return false
  const entry = { ...historyEntry('active', new Date(), userIdOf(call.ctx), reason), ...author(call) }
  const { count } = await db.enrollment.updateMany({
    where: { id, version },
    data: {
      status: 'active',
      statusHistory: [...(enrollment.statusHistory as StatusHistoryEntry[]), entry],
      version: { increment: 1 },
    },
  })
  if (count === 0) return false
  call.audit({
    action: 'enrollment.move',
    entity: 'enrollment',
    entityId: id,
    studentId: enrollment.studentId,
    before: { status: 'graduated' },
    after: { status: 'active' },
    reason,
  })
  return true
}

/** The conflict with what is stored now, so that the person sees both. */
async function clash({ db }: CommandCall, id: string): Promise<AppError> {
  const current = await db.enrollment.findFirst({
    where: { id },
    select: { id: true, status: true, statusHistory: true, version: true },
  })
  if (!current) return new AppError('not_found')
  const last = (current.statusHistory as StatusHistoryEntry[]).at(-1)
  return new AppError('conflict', {
    current: {
      id,
      status: current.status,
      version: current.version,
      changedAt: last?.changed_at ?? null,
      changedBy: last?.changed_by_name ?? null,
    },
  })
}

/** An enrollment as a command answers it. */
export async function readEnrolled({ db }: CommandCall, id: string) {
  const row = await db.enrollment.findFirst({
    where: { id },
    select: { id: true, studentId: true, status: true, missingCount: true, version: true },
  })
  if (!row) throw new AppError('not_found')
  return { ...row, status: enrolled.shape.status.parse(row.status) }
}

/**
 * The year, which must be open. Taking its row lets the enrollments of one year come one after the other: of two desks
 * that enroll the same child at once the second finds the first one's, and no year closes under an enrollment.
 * @throws AppError not_found; not_allowed_now for a year that takes no enrollments
 */
export async function holdOpenYear({ db }: Pick<CommandCall, 'db'>, id: string) {
  const { count } = await db.schoolYear.updateMany({ where: { id }, data: { updatedAt: new Date() } })
  const select = { name: true, status: true, startsOn: true } as const
  const year = count > 0 ? await db.schoolYear.findFirst({ where: { id }, select }) : null
  if (!year) throw new AppError('not_found', { field: 'schoolYearId', reason: 'enrollments.refusal.noSuchYear' })
  if (!acceptsEnrollments(year.status as YearStatus))
    throw new AppError('not_allowed_now', {
      field: 'schoolYearId',
      reason: 'enrollments.refusal.yearClosed',
      data: { year: year.name },
    })
  return year
}
