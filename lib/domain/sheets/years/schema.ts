/** What one statement reads of a year: rows as short lists, so that thousands of them travel lightly. */

export type GroupFacts = { id: string; code: string; gradeLevel: string; director: string | null }
export type MemberFacts = { enrollmentId: string; studentId: string; name: string; groupId: string }
export type PeriodRow = {
  id: string
  number: number
  name: string
  status: string
  startsOn: string
  endsOn: string
}
type Seat = [courseId: string, enrollmentId: string, subjectId: string, from: string, to: string | null]
type Course = {
  id: string
  subjectId: string
  subject: string
  shortName: string | null
  assessment: string
  areaId: string
  area: string
  areaPosition: number
  position: number
  hours: string
  weight: string | null
  gradeLevel: string
}
type Kept = [string, string, string, value: string | null, scaleMax: string, level: string | null]
type Activity = [string, courseId: string, periodId: string, title: string, weight: string, categoryId: string | null]
type Category = [string, courseId: string, periodId: string, name: string, weight: string]
type Score = [activityId: string, enrollmentId: string, status: string, score: string | null, scaleMax: string]
type Recovery = [string, string, periodId: string | null, score: string | null, ceiling: string | null]
type Absences = [
  enrollmentId: string,
  lessons: number,
  all: number,
  unjustified: number,
  excusedIn: number,
  absentIn: number,
]

export type YearRows = {
  year: { id: string; name: string; status: string } | null
  rules: unknown
  settings: unknown
  groups: GroupFacts[]
  members: MemberFacts[]
  periods: PeriodRow[]
  seats: Seat[]
  courses: Course[]
  kept: Kept[]
  activities: Activity[]
  categories: Category[]
  scores: Score[]
  recoveries: Recovery[]
  absences: Absences[]
}
