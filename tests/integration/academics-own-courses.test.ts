import { beforeAll, expect, it } from 'vitest'
import { courseFor, courseWhere, ownCourses, teaches } from '@/lib/domain/academics/policy'
import { searchPeople } from '@/lib/domain/search/queries'
import { exportStudents } from '@/lib/domain/students/export'
import {
  getStudent,
  listDocumentsOfStudent,
  listEnrollmentsOfStudent,
  listStudentFacets,
  listStudents,
} from '@/lib/domain/students/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { schoolSql } from '@/lib/platform/db/sql'
import { type TenantClient, tenantClient } from '@/lib/platform/db/tenant'
import { addDays, dayToDate, today } from '@/lib/shared/dates'
import { addAssignment, addCourse, addGroup, type PlacedStudent, placeStudents } from '../support/academics'
import { contextFor, contextOf } from '../support/context'
import { addGuardian } from '../support/family'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'

// A teacher of one course in 6-A and none in 6-B; a colleague who handed the other course of 6-A over yesterday.

let school: TestSchool
let teacher: SchoolContext
let colleague: SchoolContext
let mine: string
let theirs: string
let [inA, inB]: [PlacedStudent[], PlacedStudent[]] = [[], []]
const yesterday = addDays(today(), -1)

beforeAll(async () => {
  school = await testSchool()
  const { userId } = await addUser()
  await memberOf(school, userId, ['teacher'])
  const [a, b] = [await addGroup(school, { code: '6-A' }), await addGroup(school, { code: '6-B' })]
  mine = (await addCourse(school, { groupId: a })).id
  theirs = (await addCourse(school, { groupId: b, teacherId: userId, validTo: yesterday })).id
  ;[inA, inB] = [await placeStudents(school, a, 3), await placeStudents(school, b, 2)]
  ;[teacher, colleague] = [await contextFor(school, 'teacher'), await contextOf(school, userId)]
})

const call = (ctx: SchoolContext) => ({ ctx, db: tenantClient(ctx.schoolId) as unknown as TenantClient })
const coursesOf = async (ctx: SchoolContext, on?: string) => {
  const rows = await schoolSql(ctx.schoolId)<{ id: string }>`
    select o.id from course_offerings o where o.school_id = ${ctx.schoolId} ${ownCourses(ctx, on)} order by o.id`
  const where = courseWhere(ctx, 'read:grades', on)
  const same = await call(ctx).db.courseOffering.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })
  expect(same).toEqual(rows)
  return rows.map(({ id }) => id)
}

it('gives a teacher the courses of the day, first and last day included', async () => {
  expect(await coursesOf(teacher)).toEqual([mine])
  expect(await coursesOf(colleague, yesterday)).toEqual([theirs])
  expect(await coursesOf(colleague)).toEqual([])
  expect(await coursesOf(teacher, '2026-01-19')).toEqual([mine])
  expect(await coursesOf(teacher, '2026-01-18')).toEqual([])
})

it('gives the rector and the coordinator all of them, and nobody else any', async () => {
  for (const role of ['rector', 'coordinator'] as const) {
    const ctx = await contextFor(school, role)
    expect(await coursesOf(ctx)).toEqual([mine, theirs].toSorted())
    expect(teaches(ctx)).toBe(false)
  }
  for (const role of ['secretary', 'student', 'acudiente'] as const) {
    const ctx = await contextFor(school, role)
    expect(await coursesOf(ctx)).toEqual([])
    expect(teaches(ctx)).toBe(false)
  }
  expect(teaches(teacher)).toBe(true)
})

it('answers for a course of somebody else, of another school and for none in the same words', async () => {
  expect(await courseFor(call(teacher), mine, 'read:grades')).toMatchObject({ id: mine, groupCode: '6-A' })
  const other = await testSchool()
  const foreign = (await addCourse(other)).id
  for (const id of [theirs, foreign, school.id])
    await expect(courseFor(call(teacher), id, 'read:grades')).rejects.toMatchObject({ code: 'not_found' })
  const rector = await contextFor(school, 'rector')
  await expect(courseFor(call(rector), foreign, 'read:grades')).rejects.toMatchObject({ code: 'not_found' })
})

it('counts support and substitute as a teacher', async () => {
  const own = await testSchool()
  const { id } = await addCourse(own, { teacherId: null })
  const ctx = await contextFor(own, 'teacher')
  expect(await coursesOf(ctx)).toEqual([])
  await addAssignment(own, id, { teacherId: own.members.teacher.userId, role: 'substitute', validFrom: today() })
  expect(await coursesOf(ctx)).toEqual([id])
})

it('shows a teacher the students of the own courses in lists, records and files, and no others', async () => {
  const ids = (await listStudents.run(teacher, {})).items.map(({ id }) => id)
  expect(ids.toSorted()).toEqual(inA.map(({ studentId }) => studentId).toSorted())
  const [child, foreign] = [inA[0]!.studentId, inB[0]!.studentId]
  for (const read of [getStudent, listEnrollmentsOfStudent, listDocumentsOfStudent]) {
    await expect(read.run(teacher, { studentId: child })).resolves.toBeTruthy()
    await expect(read.run(teacher, { studentId: foreign })).rejects.toMatchObject({ code: 'not_found' })
  }
  expect((await listStudents.run(colleague, {})).items).toEqual([])
  const { groups } = await listStudentFacets.run(teacher, {})
  expect(groups).toEqual([{ gradeLevel: '6', groupCode: '6-A', students: 3 }])
})

it('finds and exports the same students, without their guardians', async () => {
  const child = inA[0]!
  await addGuardian(school, { of: [child.studentId, inB[0]!.studentId], firstSurname: 'Zapatoca' })
  const [surname] = child.name.split(' ')
  const found = await searchPeople.run(teacher, { q: surname })
  expect(found.items.map(({ id }) => id)).toContain(child.studentId)
  const hidden = await searchPeople.run(teacher, { q: inB[0]!.name })
  expect(hidden.items).toEqual([])
  expect((await searchPeople.run(teacher, { q: 'Zapatoca' })).items).toEqual([])
  const file = await exportStudents.run(teacher, { format: 'csv' })
  expect(file.count).toBe(3)
  expect(Buffer.from(file.content, 'base64').toString()).not.toContain('Zapatoca')
})

it('forgets a student whose place in the course has ended', async () => {
  const own = await testSchool()
  const { id, classGroupId } = await addCourse(own)
  const [stays, left] = await placeStudents(own, classGroupId, 2)
  await database().prisma.courseEnrollment.updateMany({
    where: { schoolId: own.id, courseOfferingId: id, enrollmentId: left!.enrollmentId },
    data: { validTo: dayToDate(yesterday) },
  })
  const { items } = await listStudents.run(await contextFor(own, 'teacher'), {})
  expect(items.map((row) => row.id)).toEqual([stays!.studentId])
})
