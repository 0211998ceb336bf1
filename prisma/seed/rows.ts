import { derived as guardianColumns } from '@/lib/domain/guardians/steps'
import { derived as studentColumns } from '@/lib/domain/students/steps'
import type { database } from '@/lib/platform/db/client'
import { dayToDate } from '@/lib/shared/dates'
import type { DemoFamily, DemoStudent } from './families'
import type { DemoGuardian } from './guardians'

type Db = ReturnType<typeof database>['prisma']
type Many<T extends { createMany: (args: never) => unknown }> = Extract<
  NonNullable<Parameters<T['createMany']>[0]> extends { data: infer D } ? D : never,
  readonly unknown[]
>[number]

export type DemoObject = { key: string; bytes: Buffer; contentType: string }

/** Everything of a school that the database and the store are to hold, table by table in the order of their keys. */
export type SchoolRows = {
  students: Many<Db['student']>[]
  guardians: Many<Db['guardian']>[]
  studentGuardians: Many<Db['studentGuardian']>[]
  familyLinks: Many<Db['familyLink']>[]
  enrollments: Many<Db['enrollment']>[]
  documents: Many<Db['enrollmentDocument']>[]
  files: Many<Db['documentFile']>[]
  consents: Many<Db['consent']>[]
  audit: Many<Db['auditLog']>[]
  mails: Many<Db['outboxMail']>[]
  academicAreas: Many<Db['academicArea']>[]
  subjects: Many<Db['subject']>[]
  studyPlans: Many<Db['studyPlan']>[]
  studyPlanItems: Many<Db['studyPlanItem']>[]
  gradeHours: Many<Db['gradeHours']>[]
  classGroups: Many<Db['classGroup']>[]
  courseOfferings: Many<Db['courseOffering']>[]
  teacherAssignments: Many<Db['teacherAssignment']>[]
  timetableSlots: Many<Db['timetableSlot']>[]
  calendarDays: Many<Db['calendarDay']>[]
  placements: Many<Db['groupPlacement']>[]
  courseEnrollments: Many<Db['courseEnrollment']>[]
  evaluationRules: Many<Db['evaluationRules']>[]
  periodEvents: Many<Db['periodEvent']>[]
  periodCourses: Many<Db['periodCourse']>[]
  evaluationActivities: Many<Db['evaluationActivity']>[]
  activityScores: Many<Db['activityScore']>[]
  courseResults: Many<Db['courseResult']>[]
  courseComments: Many<Db['courseComment']>[]
  objects: DemoObject[]
}

export const noRows = (): SchoolRows => ({
  students: [],
  guardians: [],
  studentGuardians: [],
  familyLinks: [],
  enrollments: [],
  documents: [],
  files: [],
  consents: [],
  audit: [],
  mails: [],
  academicAreas: [],
  subjects: [],
  studyPlans: [],
  studyPlanItems: [],
  gradeHours: [],
  classGroups: [],
  courseOfferings: [],
  teacherAssignments: [],
  timetableSlots: [],
  calendarDays: [],
  placements: [],
  courseEnrollments: [],
  evaluationRules: [],
  periodEvents: [],
  periodCourses: [],
  evaluationActivities: [],
  activityScores: [],
  courseResults: [],
  courseComments: [],
  objects: [],
})

export type PlacedGuardian = DemoGuardian & { id: string; fullName: string }
export type PlacedStudent = DemoStudent & { id: string; fullName: string; guardians: PlacedGuardian[] }

export function studentRow(schoolId: string, id: string, student: DemoStudent, createdAt: Date) {
  const { links, gradeLevel, groupCode, birthDate, ...data } = student
  return { schoolId, id, ...data, ...studentColumns(student), birthDate: dayToDate(birthDate), createdAt }
}

export function guardianRow(schoolId: string, id: string, guardian: DemoGuardian, createdAt: Date) {
  const { relationship, ...data } = guardian
  return { schoolId, id, ...data, ...guardianColumns(guardian), createdAt }
}

/** Stores a family's people and what ties them, and answers the children with their ids; the first guardian is the primary one. */
export function placeFamily(
  rows: SchoolRows,
  schoolId: string,
  family: DemoFamily,
  newId: () => string,
  createdAt: Date,
): PlacedStudent[] {
  const guardians = family.guardians.map((guardian): PlacedGuardian => {
    const row = guardianRow(schoolId, newId(), guardian, createdAt)
    rows.guardians.push(row)
    return { ...guardian, id: row.id, fullName: row.fullName }
  })
  return family.students.map((student) => {
    const row = studentRow(schoolId, newId(), student, createdAt)
    rows.students.push(row)
    for (const { guardian, ...link } of student.links)
      rows.studentGuardians.push({
        schoolId,
        id: newId(),
        studentId: row.id,
        guardianId: guardians[guardian]!.id,
        createdAt,
        ...link,
      })
    return { ...student, id: row.id, fullName: row.fullName, guardians }
  })
}
