import type { StatusHistoryEntry } from '@/lib/domain/enrollments/schema'
import { dayOf, type IsoDay } from '@/lib/shared/dates'
import type { SchoolRows } from '../rows'
import type { DemoYear } from '../years'
import type { DemoCourse, Desk } from './structure'

type Enrollment = SchoolRows['enrollments'][number]
type Stay = { validFrom: IsoDay; validTo: IsoDay | null }

/** From when to when a child has been at school in the year: since it became active, until it left, again since it came back. */
function stays(history: readonly StatusHistoryEntry[], year: DemoYear): Stay[] {
  const found: Stay[] = []
  for (const { status, changed_at } of history) {
    const day = dayOf(new Date(changed_at))
    const open = found.at(-1)?.validTo === null ? found.at(-1) : undefined
    const from = day < year.startsOn ? year.startsOn : day
    if (status === 'active' && !open) found.push({ validFrom: from, validTo: null })
    if (status === 'withdrawn' && open) open.validTo = from
  }
  return found
}

/** The school's children in their groups and courses, with the days of late entries, withdrawals and returns. */
export function addSeats({ schoolId, rows, newId }: Desk, year: DemoYear, courses: readonly DemoCourse[]): void {
  const ofGroup = Map.groupBy(courses, ({ group }) => `${group.gradeLevel} ${group.code}`)
  for (const enrollment of rows.enrollments as Enrollment[]) {
    const here = ofGroup.get(`${enrollment.gradeLevel} ${enrollment.groupCode}`)
    if (enrollment.schoolYearId !== year.id || !here) continue
    const enrollmentId = enrollment.id as string
    for (const days of stays(enrollment.statusHistory as StatusHistoryEntry[], year)) {
      rows.placements.push({ schoolId, id: newId(), classGroupId: here[0]!.group.id, enrollmentId, ...days })
      for (const { id: courseOfferingId } of here)
        rows.courseEnrollments.push({ schoolId, id: newId(), courseOfferingId, enrollmentId, ...days })
    }
  }
}
