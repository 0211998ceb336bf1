import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { dateToDay } from '@/lib/shared/dates'
import { untouchedEnrollment } from '../enrollments/policy'
import type { MergeEntity } from './schema'

export type ReadCall = Pick<CommandCall, 'db' | 'ctx' | 'sql'>

/** Tables whose rows name a record, by what a person calls them. All that hangs on an enrollment goes with it. */
type Holder = { table: string; column: string }

export const holders: Record<MergeEntity, Record<string, Holder>> = {
  student: {
    enrollment: { table: 'enrollment', column: 'studentId' },
    consent: { table: 'consent', column: 'studentId' },
    observerEntry: { table: 'observerEntry', column: 'studentId' },
    piarPlan: { table: 'piarPlan', column: 'studentId' },
    issuedDocument: { table: 'issuedDocument', column: 'studentId' },
    disciplineParty: { table: 'disciplineParty', column: 'studentId' },
    mail: { table: 'outboxMail', column: 'studentId' },
    merge: { table: 'recordMerge', column: 'keptStudentId' },
  },
  guardian: {
    familyLink: { table: 'familyLink', column: 'guardianId' },
    consent: { table: 'consent', column: 'guardianId' },
    file: { table: 'documentFile', column: 'guardianId' },
    excuse: { table: 'absenceExcuse', column: 'guardianId' },
    acceptance: { table: 'enrollmentDocument', column: 'acceptedByGuardianId' },
    merge: { table: 'recordMerge', column: 'keptGuardianId' },
  },
}

type Delegate = {
  count: (args: { where: object }) => Promise<number>
  findMany: (args: { where: object; select: object }) => Promise<{ id: string }[]>
  updateMany: (args: { where: object; data: object }) => Promise<{ count: number }>
}

/** A table by its name: the list above is all that may be asked for. */
export const delegateOf = ({ db }: Pick<CommandCall, 'db'>, table: string): Delegate =>
  (db as unknown as Record<string, Delegate>)[table] as Delegate

/** How much hangs on a record, by kind; what there is none of is left out. */
export async function countsOf(call: ReadCall, entity: MergeEntity, id: string): Promise<Record<string, number>> {
  const link = entity === 'student' ? { studentId: id } : { guardianId: id }
  const recipients = call.db.communicationRecipient.count({ where: link })
  const counted = await Promise.all([
    ...Object.entries(holders[entity]).map(async ([name, { table, column }]) => {
      return [name, await delegateOf(call, table).count({ where: { [column]: id } })] as const
    }),
    call.db.studentGuardian.count({ where: link }).then((count) => ['link', count] as const),
    recipients.then((count) => ['communication', count] as const),
  ])
  return Object.fromEntries(counted.filter(([, count]) => count > 0))
}

const names = { firstSurname: true, secondSurname: true, firstName: true, secondName: true } as const
const identity = {
  id: true,
  documentType: true,
  documentNumber: true,
  fullName: true,
  isActive: true,
  version: true,
  userId: true,
  ...names,
} as const

export async function studentOf({ db }: Pick<CommandCall, 'db'>, id: string) {
  const row = await db.student.findFirst({
    where: { id },
    select: { ...identity, birthDate: true, gender: true, extraData: true },
  })
  if (!row) throw new AppError('not_found')
  const { birthDate, extraData, ...rest } = row
  return {
    ...rest,
    birthDate: birthDate && dateToDay(birthDate),
    extraData: (extraData ?? {}) as Record<string, unknown>,
  }
}

export async function guardianOf({ db }: Pick<CommandCall, 'db'>, id: string) {
  const more = { phone: true, email: true, address: true, occupation: true, workplace: true } as const
  const row = await db.guardian.findFirst({ where: { id }, select: { ...identity, ...more } })
  if (!row) throw new AppError('not_found')
  return row
}

/** Years in which both records are enrolled. */
export async function sameYears({ db }: Pick<CommandCall, 'db'>, keptId: string, lostId: string) {
  const rows = await db.enrollment.findMany({
    where: { studentId: { in: [keptId, lostId] } },
    select: { id: true, studentId: true, schoolYearId: true, gradeLevel: true, schoolYear: { select: { name: true } } },
  })
  const free = await db.enrollment.findMany({
    where: { id: { in: rows.map(({ id }) => id) }, ...untouchedEnrollment },
    select: { id: true },
  })
  const untouched = new Set(free.map(({ id }) => id))
  const years = Map.groupBy(rows, ({ schoolYearId }) => schoolYearId)
  return [...years.values()]
    .filter((both) => both.length > 1)
    .map((both) => ({
      year: both[0]?.schoolYear.name ?? '',
      enrollments: both.map(({ id, studentId, gradeLevel }) => ({
        ...{ id, gradeLevel, untouched: untouched.has(id) },
        of: studentId === keptId ? ('kept' as const) : ('lost' as const),
      })),
    }))
}

/** Cases and plans in which both records stand: which of the two lines is right only a person can say, in the case itself. */
export async function clashOf({ db }: Pick<CommandCall, 'db'>, keptId: string, lostId: string): Promise<string | null> {
  const both = { studentId: { in: [keptId, lostId] } }
  const [parties, plans] = await Promise.all([
    db.disciplineParty.findMany({ where: both, select: { caseId: true } }),
    db.piarPlan.findMany({ where: both, select: { schoolYearId: true, number: true } }),
  ])
  const twice = (keys: string[]) => new Set(keys).size < keys.length
  if (twice(parties.map(({ caseId }) => caseId))) return 'merges.refusal.sameCase'
  return twice(plans.map(({ schoolYearId, number }) => `${schoolYearId} ${number}`)) ? 'merges.refusal.samePlan' : null
}
