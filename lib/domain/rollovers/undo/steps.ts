import type { CommandCall } from '@/lib/platform/operation'
import { untouchedEnrollment } from '../../enrollments/policy'
import { takeBackGraduation } from '../../enrollments/steps'

export type Done = {
  id: string
  enrollmentId: string
  outcome: string | null
  newEnrollmentId: string | null
  leftVersion: number | null
}

// The run brings papers along, and is what the enrollment came from.
const { documents: _, rolloversIn: __, ...idle } = untouchedEnrollment

/** Which of the enrollments are still as the run left them. */
async function untouched({ db }: CommandCall, done: readonly Done[]): Promise<Map<string, { studentId: string }>> {
  const versions = new Map(
    done.flatMap(({ newEnrollmentId, leftVersion }) => (newEnrollmentId ? [[newEnrollmentId, leftVersion]] : [])),
  )
  const rows = await db.enrollment.findMany({
    where: {
      id: { in: [...versions.keys()] },
      ...idle,
      documents: { none: { OR: [{ version: { gt: 1 } }, { files: { some: {} } }] } },
    },
    select: { id: true, studentId: true, version: true },
  })
  return new Map(
    rows.filter(({ id, version }) => version === versions.get(id)).map(({ id, studentId }) => [id, { studentId }]),
  )
}

/** A certificate of the year that ended, issued after the run, stands on the graduation. */
async function certified({ db }: CommandCall, enrollmentIds: string[]): Promise<ReadonlySet<string>> {
  const rows = await db.enrollment.findMany({
    where: { id: { in: enrollmentIds }, issuedDocuments: { some: {} } },
    select: { id: true, rolloversOut: { select: { doneAt: true } }, issuedDocuments: { select: { issuedAt: true } } },
  })
  const after = rows.filter(({ rolloversOut, issuedDocuments }) =>
    rolloversOut.some(({ doneAt }) => doneAt && issuedDocuments.some(({ issuedAt }) => issuedAt > doneAt)),
  )
  return new Set(after.map(({ id }) => id))
}

/**
 * Takes back what a run did for these students: the enrollments that it opened go, graduations end.
 * @returns source enrollments of those whom somebody has worked on since: they stay as they are
 */
export async function takeBack(call: CommandCall, done: readonly Done[]): Promise<ReadonlySet<string>> {
  const { db, audit } = call
  if (done.length === 0) return new Set()
  const opened = done.filter(({ newEnrollmentId }) => newEnrollmentId !== null)
  const graduated = done.filter(({ outcome, newEnrollmentId }) => outcome === 'graduates' && newEnrollmentId === null)
  const [free, papers] = await Promise.all([
    untouched(call, opened),
    certified(
      call,
      graduated.map(({ enrollmentId }) => enrollmentId),
    ),
  ])
  const kept = new Set<string>()
  const going = opened.filter(({ newEnrollmentId }) => free.has(newEnrollmentId as string))
  for (const { enrollmentId } of opened.filter((one) => !going.includes(one))) kept.add(enrollmentId)
  await db.rolloverStudent.updateMany({
    where: { id: { in: going.map(({ id }) => id) } },
    data: { newEnrollmentId: null, carried: 0 },
  })
  await db.enrollment.deleteMany({
    where: { id: { in: going.map(({ newEnrollmentId }) => newEnrollmentId as string) } },
  })
  for (const { newEnrollmentId } of going)
    audit({
      action: 'enrollment.takeBack',
      entity: 'enrollment',
      entityId: newEnrollmentId,
      studentId: free.get(newEnrollmentId as string)?.studentId ?? null,
    })
  for (const { enrollmentId, leftVersion } of graduated) {
    const back =
      !papers.has(enrollmentId) &&
      leftVersion !== null &&
      (await takeBackGraduation(call, { id: enrollmentId, version: leftVersion, reason: 'rollover_undone' }))
    if (!back) kept.add(enrollmentId)
  }
  return kept
}
