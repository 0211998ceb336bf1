import { beforeEach, describe, expect, it } from 'vitest'
import { assignMany, assignTeacher, endAssignment } from '@/lib/domain/academics/courses/commands'
import { addCourse as addCourseByHand, updateCourse } from '@/lib/domain/academics/courses/offerings/commands'
import { listCourses, listTeachers, readCourse } from '@/lib/domain/academics/courses/queries'
import { updateMembership } from '@/lib/domain/people/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { addDays, dayToDate, today } from '@/lib/shared/dates'
import { addCourse, addGroup, addSlot, addSubject, placeStudents } from '../support/academics'
import { contextFor, contextOf } from '../support/context'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let rector: SchoolContext
let first: string
let second: string

beforeEach(async () => {
  school = await testSchool()
  rector = await contextFor(school, 'rector')
  first = school.members.teacher.userId
  second = (await addUser({ fullName: 'Rosa Elena Murillo' })).userId
  await memberOf(school, second, ['teacher'])
})

const historyOf = async (courseOfferingId: string) =>
  (await readCourse.run(rector, { courseOfferingId })).history.map(({ teacherId, role, validFrom, validTo }) => ({
    teacherId,
    role,
    validFrom,
    validTo,
  }))

describe('handing a course over in mid-year', () => {
  it('keeps who taught until the day before, and gives the course to the other from the day on', async () => {
    const { id } = await addCourse(school)
    const day = addDays(today(), -3)
    const saved = await assignTeacher.run(rector, {
      courseOfferingId: id,
      teacherId: second,
      validFrom: day,
      reason: 'Licencia de maternidad',
    })
    expect(saved).toMatchObject({ teacherId: second, validFrom: day, clashes: [] })
    expect(await historyOf(id)).toEqual([
      { teacherId: second, role: 'main', validFrom: day, validTo: null },
      { teacherId: first, role: 'main', validFrom: '2026-01-19', validTo: addDays(day, -1) },
    ])
    const before = await contextFor(school, 'teacher')
    const after = await contextOf(school, second)
    expect((await listCourses.run(before, {})).items).toEqual([])
    expect((await listCourses.run(after, {})).items.map((course) => course.id)).toEqual([id])
    await expect(readCourse.run(before, { courseOfferingId: id })).rejects.toMatchObject({ code: 'not_found' })
    const [line] = await database().prisma.auditLog.findMany({ where: { schoolId: school.id, entityId: id } })
    expect(line).toMatchObject({ action: 'course.handOver', reason: 'Licencia de maternidad' })
    expect(line!.after).toMatchObject({ teacher: 'Rosa Elena Murillo', validFrom: day })
  })

  it('does not take days away on which somebody taught', async () => {
    const { id } = await addCourse(school)
    await expect(
      assignTeacher.run(rector, { courseOfferingId: id, teacherId: second, validFrom: '2026-01-19' }),
    ).rejects.toMatchObject({ code: 'not_allowed_now', details: { reason: 'courses.refusal.taughtAlready' } })
    expect(await historyOf(id)).toHaveLength(1)
  })

  it('replaces an assignment that has not begun', async () => {
    const { id } = await addCourse(school, { validFrom: today() })
    await assignTeacher.run(rector, { courseOfferingId: id, teacherId: second })
    expect(await historyOf(id)).toEqual([{ teacherId: second, role: 'main', validFrom: today(), validTo: null }])
  })

  it('is not for who may not write scores, nor for people of another school', async () => {
    const { id } = await addCourse(school)
    const give = (teacherId: string) => assignTeacher.run(rector, { courseOfferingId: id, teacherId })
    await expect(give(school.members.secretary.userId)).rejects.toMatchObject({ code: 'not_allowed_now' })
    await expect(give((await testSchool()).members.teacher.userId)).rejects.toMatchObject({ code: 'not_found' })
    await expect(give(school.members.rector.userId)).resolves.toMatchObject({ courseOfferingId: id })
  })

  it('adds a substitute for some days beside the main teacher, and nobody twice', async () => {
    const { id } = await addCourse(school)
    const input = { courseOfferingId: id, teacherId: second, role: 'substitute', validTo: addDays(today(), 2) }
    await assignTeacher.run(rector, input)
    expect(await historyOf(id)).toHaveLength(2)
    await expect(assignTeacher.run(rector, input)).rejects.toMatchObject({ code: 'duplicate' })
    expect((await listCourses.run(await contextOf(school, second), {})).items).toHaveLength(1)
  })
})

it('assigns a table at once, and tells lessons at the same hour', async () => {
  const [a, b] = [await addCourse(school, { teacherId: null }), await addCourse(school, { teacherId: null })]
  const kept = await addCourse(school, { teacherId: second })
  await addSlot(school, a.id)
  await addSlot(school, b.id, { startsMinute: 450 })
  const assignments = [a, b, kept].map(({ id }) => ({ courseOfferingId: id, teacherId: second }))
  const done = await assignMany.run(rector, { assignments })
  expect(done).toMatchObject({ saved: 2, unchanged: 1 })
  expect(done.clashes).toHaveLength(1)
  expect(done.clashes[0]).toMatchObject({ teacher: 'Rosa Elena Murillo', weekday: 1, startsMinute: 450 })
  const { items } = await listTeachers.run(rector, {})
  expect(items.find(({ id }) => id === second)).toMatchObject({ courses: 3, weeklyHours: '12', groups: 3 })
  const foreign = await addCourse(await testSchool())
  const mixed = [
    { courseOfferingId: a.id, teacherId: first },
    { courseOfferingId: foreign.id, teacherId: first },
  ]
  await expect(assignMany.run(rector, { assignments: mixed })).rejects.toMatchObject({ code: 'not_found' })
  expect((await historyOf(a.id)).map(({ teacherId }) => teacherId)).toEqual([second])
})

describe('who has courses', () => {
  it('cannot be deactivated nor lose the role, and the refusal names the courses', async () => {
    const { id } = await addCourse(school, { subjectId: await addSubject(school, { name: 'Inglés' }) })
    const { membershipId } = school.members.teacher
    for (const change of [{ isActive: false }, { roles: ['secretary'] }])
      await expect(updateMembership.run(rector, { membershipId, version: 1, ...change })).rejects.toMatchObject({
        code: 'not_allowed_now',
        details: { data: { courses: expect.stringMatching(/^Inglés G/) } },
      })
    const { history } = await readCourse.run(rector, { courseOfferingId: id })
    const { assignmentId, version } = history[0]!
    await endAssignment.run(rector, { assignmentId, version, validTo: addDays(today(), -1) })
    await expect(updateMembership.run(rector, { membershipId, version: 1, isActive: false })).resolves.toMatchObject({
      isActive: false,
    })
  })
})

describe('a course', () => {
  it('is added by hand with the students of its group, once', async () => {
    const groupId = await addGroup(school)
    const subjectId = await addSubject(school)
    const placed = await placeStudents(school, groupId, 2)
    const input = { classGroupId: groupId, subjectId, weeklyHours: 2.5 }
    const { id } = await addCourseByHand.run(rector, input)
    expect((await listCourses.run(rector, { classGroupId: groupId })).items).toMatchObject([
      { id, weeklyHours: '2.5', students: placed.length, teachers: [] },
    ])
    await expect(addCourseByHand.run(rector, input)).rejects.toMatchObject({ code: 'duplicate' })
    expect((await listCourses.run(rector, { unassigned: true })).items.map((course) => course.id)).toEqual([id])
  })

  it('goes out of use with its students, teachers and lessons, and nothing of the past is lost', async () => {
    const course = await addCourse(school)
    await placeStudents(school, course.classGroupId, 2)
    await addSlot(school, course.id)
    const input = { courseOfferingId: course.id, version: 1 }
    await updateCourse.run(rector, { ...input, isActive: false })
    const where = { schoolId: school.id, courseOfferingId: course.id, validTo: dayToDate(today()) }
    const { prisma } = database()
    expect(await prisma.courseEnrollment.count({ where })).toBe(2)
    expect(await prisma.teacherAssignment.count({ where })).toBe(1)
    expect(await prisma.timetableSlot.count({ where })).toBe(1)
    await expect(updateCourse.run(rector, { ...input, weeklyHours: 3 })).rejects.toMatchObject({ code: 'conflict' })
    await updateCourse.run(rector, { courseOfferingId: course.id, version: 2, isActive: true, weeklyHours: 3 })
    expect((await readCourse.run(rector, { courseOfferingId: course.id })).weeklyHours).toBe('3')
  })
})
