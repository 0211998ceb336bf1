import { createEnrollmentRows, type NewEnrollment } from '@/lib/domain/enrollments/batch/steps'
import { holdOpenYear } from '@/lib/domain/enrollments/steps'
import { findOrCreateGuardians, linkNewFamilies } from '@/lib/domain/guardians/batch/steps'
import { upsertGuardians } from '@/lib/domain/guardians/steps'
import { createStudentRows, type StudentChange, updateStudentRow } from '@/lib/domain/students/batch/steps'
import type { CommandCall } from '@/lib/platform/operation'
import { dateToDay } from '@/lib/shared/dates'
import { naturalName } from '@/lib/shared/names'
import type { Written } from '../../rules'
import { documentKey } from '../judge/rules'
import type { StudentPlan } from '../schema'

/** What one row wrote, for taking it back: new records by id, changed ones with the version that they were left at. */
export type StudentTrace = {
  studentId: string
  created: boolean
  /** A known student's values before, and the version after. */
  changed?: StudentChange
  /** Guardians that this row brought into the school. */
  newGuardians: string[]
  enrollmentId?: string
}

type Item = { plan: StudentPlan; id: string; trace: StudentTrace }

/** New students of the portion, in two statements. A document that was taken meanwhile gives no id. */
async function addStudents(call: CommandCall, plans: readonly StudentPlan[]): Promise<(Item | null)[]> {
  const ids = await createStudentRows(
    call,
    plans.map(({ student }) => student),
  )
  return plans.map((plan, index) => {
    const id = ids[index]
    return id ? { plan, id, trace: { studentId: id, created: true, newGuardians: [] } } : null
  })
}

/** The guardians of new students; those who are new to the school are noted with the first row that brings them. */
async function addFamilies(call: CommandCall, items: readonly Item[]): Promise<void> {
  const found = await findOrCreateGuardians(
    call,
    items.flatMap(({ plan }) => plan.guardians.map(({ data }) => data)),
  )
  const noted = new Set<string>()
  const families = items.map(({ id, plan, trace }) => ({
    studentId: id,
    guardians: plan.guardians.flatMap(({ data, relationship }) => {
      const guardian = found.get(documentKey(data))
      if (!guardian) return []
      if (guardian.isNew && !noted.has(guardian.id)) trace.newGuardians.push(guardian.id)
      noted.add(guardian.id)
      return [{ guardianId: guardian.id, name: naturalName(data), relationship }]
    }),
  }))
  await linkNewFamilies(call, families)
}

/** Known students who are to get the file's values: rare enough to be taken one by one, as the form does it. */
async function changeStudents(call: CommandCall, plans: readonly StudentPlan[]): Promise<Item[]> {
  const items: Item[] = []
  for (const plan of plans) {
    const id = plan.knownId
    if (!id) continue
    const trace: StudentTrace = { studentId: id, created: false, newGuardians: [] }
    if (plan.updates) {
      const change = await updateStudentRow(call, id, plan.student)
      if (change) trace.changed = change
      const known = new Set(plan.guardians.flatMap(({ knownId }) => knownId ?? []))
      const guardians = plan.guardians.map(({ data, relationship }) => ({ guardian: data, relationship }))
      if (guardians.length > 0) {
        const { guardianIds } = await upsertGuardians(call, id, guardians)
        trace.newGuardians = guardianIds.filter((guardianId) => !known.has(guardianId))
      }
    }
    items.push({ plan, id, trace })
  }
  return items
}

async function enroll(call: CommandCall, items: readonly Item[]): Promise<void> {
  const placed = items.flatMap((item) => (item.plan.enrollment ? [{ ...item, enrollment: item.plan.enrollment }] : []))
  const yearId = placed[0]?.enrollment.schoolYearId
  if (!yearId) return
  const year = await holdOpenYear(call, yearId)
  const children = placed.map(({ id, plan, enrollment: { schoolYearId: _, ...placement } }): NewEnrollment => {
    const { documentType, birthDate } = plan.student
    return { studentId: id, documentType, birthDate: birthDate ?? null, ...placement }
  })
  const ids = await createEnrollmentRows(
    call,
    { id: yearId, name: year.name, startsOn: dateToDay(year.startsOn) },
    children,
  )
  for (const { id, trace } of placed) {
    const enrollmentId = ids.get(id)
    if (enrollmentId) trace.enrollmentId = enrollmentId
  }
}

/** Writes judged rows in the caller's transaction, in the order given. */
export async function writeStudentRows(call: CommandCall, plans: readonly StudentPlan[]): Promise<Written[]> {
  const fresh = plans.filter(({ knownId }) => !knownId)
  const added = (await addStudents(call, fresh)).map((item, index) => ({ item, plan: fresh[index] }))
  const items = added.flatMap(({ item }) => item ?? [])
  await addFamilies(call, items)
  const changed = await changeStudents(
    call,
    plans.filter(({ knownId }) => knownId),
  )
  await enroll(call, [...items, ...changed])
  const byPlan = new Map([...items, ...changed].map((item) => [item.plan, item]))
  return plans.map((plan): Written => {
    const item = byPlan.get(plan)
    if (!item) {
      const { documentNumber: value } = plan.student
      return {
        outcome: 'failed',
        findings: [{ field: 'documentNumber', value, reason: 'imports.problem.takenMeanwhile' }],
      }
    }
    return { outcome: item.trace.created ? 'created' : 'updated', recordId: item.id, ids: item.trace }
  })
}
