import type { EnrollmentKind, Shift } from '@/lib/domain/enrollments/rules'
import type { GuardianData, Relationship } from '@/lib/domain/guardians/schema'
import type { StudentInput } from '@/lib/domain/students/schema'
import type { GradeLevel } from '@/lib/shared/grades'

export const guardianSlots = ['guardian1', 'guardian2'] as const
export type GuardianSlot = (typeof guardianSlots)[number]

export const personFields = [
  'documentType',
  'documentNumber',
  'firstSurname',
  'secondSurname',
  'surnames',
  'firstName',
  'secondName',
  'givenNames',
] as const

export const studentOnly = [
  'birthDate',
  'gender',
  'address',
  'neighborhood',
  'phone',
  'eps',
  'stratum',
  'sisben',
] as const
export const enrollmentFields = ['year', 'grade', 'group', 'shift', 'kind', 'previousSchool'] as const
export const guardianOnly = ['relationship', 'phone', 'email', 'address', 'occupation'] as const

export type PlannedGuardian = {
  slot: GuardianSlot
  data: GuardianData
  relationship: Relationship
  knownId: string | null
}

export type PlannedEnrollment = {
  schoolYearId: string
  kind: EnrollmentKind
  gradeLevel: GradeLevel
  groupCode: string | null
  shift: Shift | null
  previousSchool: string | null
}

/** What one row of a list of students asks for. */
export type StudentPlan = {
  student: StudentInput
  /** The record that has this document. */
  knownId: string | null
  updates: boolean
  guardians: PlannedGuardian[]
  enrollment: PlannedEnrollment | null
}
