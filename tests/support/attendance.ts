import { database } from '@/lib/platform/db/client'
import { addDays, dayToDate, type IsoDay, today } from '@/lib/shared/dates'
import { addCourse, addSlot, type PlacedStudent, placeStudents, type TestCourse } from './academics'
import type { TestSchool } from './school'

export type TestClass = { course: TestCourse; groupId: string; children: PlacedStudent[]; day: IsoDay }

/**
 * A group whose teacher is the school's, with children, in a year that runs today whatever day it is; the course has a
 * lesson every day of the week, the first of the day.
 */
export async function addClass(school: TestSchool, count = 3): Promise<TestClass> {
  const day = today()
  const year = { startsOn: dayToDate(addDays(day, -200)), endsOn: dayToDate(addDays(day, 100)) }
  const where = { schoolId: school.id, id: school.yearId }
  await database().prisma.schoolYear.updateMany({ where, data: year })
  const began = addDays(day, -200)
  const course = await addCourse(school, { validFrom: began })
  for (let weekday = 1; weekday <= 7; weekday++) await addSlot(school, course.id, { weekday, validFrom: began })
  const children = await placeStudents(school, course.classGroupId, count, began)
  return { course, groupId: course.classGroupId, children, day }
}

/** How the school takes attendance, from here on. */
export async function setAttendance(school: TestSchool, attendanceSettings: object): Promise<void> {
  await database().prisma.schoolSettings.updateMany({ where: { schoolId: school.id }, data: { attendanceSettings } })
}
