import { arrangeFamily, lockFamily } from '@/lib/domain/guardians/family/steps'
import { derived } from '@/lib/domain/students/steps'
import type { CommandCall } from '@/lib/platform/operation'
import { dayToDate } from '@/lib/shared/dates'
import type { PersonName } from '@/lib/shared/names'
import { untouchedEnrollment } from '../../../enrollments/policy'
import type { StudentTrace } from '../../students/write/steps'

/** Keys of the sentences that say why a record stays. */
type Reason = 'imports.stays.gone' | 'imports.stays.changed' | 'imports.stays.worked'

/** An enrollment as it was opened: nobody has worked on it, or moved it. */
const asOpened = { ...untouchedEnrollment, version: 1 } as const

const untouchedStudent = {
  userId: null,
  consents: { none: {} },
  communications: { none: {} },
  disciplineParties: { none: {} },
  observerEntries: { none: {} },
  piarPlans: { none: {} },
  issuedDocuments: { none: {} },
  merges: { none: {} },
} as const

const unusedGuardian = {
  userId: null,
  version: 1,
  students: { none: {} },
  links: { none: {} },
  consents: { none: {} },
  acceptedDocuments: { none: {} },
  files: { none: {} },
  excuses: { none: {} },
  communications: { none: {} },
  merges: { none: {} },
} as const

type Call = CommandCall

/** Of the created students: who has not changed since, and on whom nobody has worked. */
async function freeStudents({ db }: Call, traces: readonly StudentTrace[]) {
  const ids = traces.map(({ studentId }) => studentId)
  const enrollments = traces.flatMap(({ enrollmentId }) => enrollmentId ?? [])
  const [there, free] = await Promise.all([
    db.student.findMany({ where: { id: { in: ids } }, select: { id: true, version: true } }),
    db.student.findMany({
      where: {
        id: { in: ids },
        version: 1,
        ...untouchedStudent,
        enrollments: { every: { id: { in: enrollments }, ...asOpened } },
      },
      select: { id: true, fullName: true, documentType: true, documentNumber: true },
    }),
  ])
  return {
    there: new Map(there.map(({ id, version }) => [id, version])),
    free: new Map(free.map((row) => [row.id, row])),
  }
}

async function removeCreated(
  call: Call,
  traces: readonly StudentTrace[],
  file: string,
): Promise<Map<string, Reason | null>> {
  const { there, free } = await freeStudents(call, traces)
  await call.db.student.deleteMany({ where: { id: { in: [...free.keys()] } } })
  return new Map(
    traces.map(({ studentId: id }) => {
      const row = free.get(id)
      if (row) {
        const before = { name: row.fullName, documentType: row.documentType, documentNumber: row.documentNumber }
        call.audit({ action: 'student.remove', entity: 'student', entityId: id, studentId: id, before, reason: file })
        return [id, null]
      }
      const version = there.get(id)
      return [
        id,
        version === undefined ? 'imports.stays.gone' : version > 1 ? 'imports.stays.changed' : 'imports.stays.worked',
      ]
    }),
  )
}

const names = ['firstSurname', 'secondSurname', 'firstName', 'secondName'] as const
const own = new Set<string>([...names, 'birthDate', 'gender', 'isActive'])

/** Guardians whom the file brought to a known student are that student's no longer. */
async function unlink(call: Call, studentId: string, guardianIds: readonly string[]): Promise<void> {
  if (guardianIds.length === 0) return
  const links = await lockFamily(call, studentId)
  const brought = links.filter(({ guardianId }) => guardianIds.includes(guardianId))
  await call.db.studentGuardian.deleteMany({ where: { id: { in: brought.map(({ id }) => id) } } })
  for (const { id: _, guardianId, ...before } of brought)
    call.audit({ action: 'guardian.unlink', entity: 'guardian', entityId: guardianId, studentId, before })
  await arrangeFamily(
    call,
    studentId,
    links.filter((link) => !brought.includes(link)),
    [],
  )
}

/** A known student gets the values of before, unless somebody has changed the record since. */
async function restoreChanged(call: Call, trace: StudentTrace): Promise<Reason | null> {
  const { db, audit } = call
  const { studentId: id, changed, enrollmentId, newGuardians } = trace
  if (enrollmentId) {
    const { count } = await db.enrollment.deleteMany({ where: { id: enrollmentId, ...asOpened } })
    if (count === 0) return 'imports.stays.worked'
  }
  if (!changed) {
    await unlink(call, id, newGuardians)
    return null
  }
  const row = await db.student.findFirst({ where: { id, version: changed.version } })
  if (!row) return 'imports.stays.changed'
  const before = Object.entries(changed.before)
  const columns = Object.fromEntries(before.filter(([name]) => own.has(name)))
  const extra = {
    ...(row.extraData as Record<string, unknown>),
    ...Object.fromEntries(before.filter(([name]) => !own.has(name))),
  }
  const next = { ...row, ...columns } as PersonName & { documentNumber: string }
  const { birthDate } = columns
  await db.student.updateMany({
    where: { id, version: changed.version },
    data: {
      ...columns,
      ...(birthDate === undefined ? {} : { birthDate: birthDate === null ? null : dayToDate(String(birthDate)) }),
      ...derived(next),
      extraData: Object.fromEntries(Object.entries(extra).filter(([, value]) => value !== null)) as object,
      version: { increment: 1 },
    },
  })
  audit({
    action: 'student.update',
    entity: 'student',
    entityId: id,
    studentId: id,
    before: changed.after,
    after: changed.before,
  })
  await unlink(call, id, newGuardians)
  return null
}

/**
 * Takes back what rows of an import wrote, in the caller's transaction. Guardians who came with them go when nobody else
 * needs them.
 * @returns for each row why its records stay; null when they are gone or as before
 */
export async function takeBackStudents(
  call: Call,
  traces: readonly StudentTrace[],
  file: string,
): Promise<(Reason | null)[]> {
  const kept = await removeCreated(
    call,
    traces.filter(({ created }) => created),
    file,
  )
  const reasons: (Reason | null)[] = []
  for (const trace of traces)
    reasons.push(trace.created ? (kept.get(trace.studentId) ?? null) : await restoreChanged(call, trace))
  const guardians = traces.flatMap(({ newGuardians }) => newGuardians)
  const unused = await call.db.guardian.findMany({
    where: { id: { in: guardians }, ...unusedGuardian },
    select: { id: true, fullName: true },
  })
  await call.db.guardian.deleteMany({ where: { id: { in: unused.map(({ id }) => id) } } })
  for (const { id, fullName: name } of unused)
    call.audit({ action: 'guardian.remove', entity: 'guardian', entityId: id, before: { name }, reason: file })
  return reasons
}
