import { somebody } from './person'
import type { TestSchool } from './school'

export const guardianData = (over: object = {}) => ({ ...somebody({}, 'CC'), phone: '300 123 4567', ...over })

/** What the form of a new enrollment sends: a new child with a mother, for the year in planning. */
export const enrollmentForm = (school: TestSchool, over: object = {}) => ({
  student: { ...somebody(), birthDate: '2015-04-09', gender: 'F' },
  guardians: [{ guardian: guardianData(), relationship: 'mother', isPrimary: true }],
  schoolYearId: school.nextYearId,
  kind: 'new',
  gradeLevel: '6',
  groupCode: 'a',
  shift: 'morning',
  ...over,
})
