import { beforeEach, describe, expect, it } from 'vitest'
import { endPlacement, movePlacement, placeStudents } from '@/lib/domain/academics/placements/commands'
import { listGroupStudents, listUnplaced, readStudentAcademics } from '@/lib/domain/academics/placements/queries'
import { changeEnrollmentStatus, updateEnrollment } from '@/lib/domain/enrollments/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { addDays, dateToDay, today } from '@/lib/shared/dates'
import { addCourse, addGroup, addSubject, placeStudents as seatStudents } from '../support/academics'
import { contextFor } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let secretary: SchoolContext
let groupA: string
let groupB: string
/** Courses: English in both groups, art in A only. */
let courses: { englishA: string; englishB: string; artA: string }

beforeEach(async () => {
  school = await testSchool()
  secretary = await contextFor(school, 'secretary')
  ;[groupA, groupB] = [await addGroup(school, { code: '6-A' }), await addGroup(school, { code: '6-B' })]
  const [english, art] = [await addSubject(school), await addSubject(school)]
  courses = {
    englishA: (await addCourse(school, { groupId: groupA, subjectId: english })).id,
    englishB: (await addCourse(school, { groupId: groupB, subjectId: english })).id,
    artA: (await addCourse(school, { groupId: groupA, subjectId: art })).id,
  }
})

const validated = () => Object.fromEntries(Object.keys(school.requirements).map((code) => [code, 'validated' as const]))
const enrolled = (over: object = {}) =>
  addEnrollment(school, { gradeLevel: '6', groupCode: null, status: 'active', documents: validated(), ...over })

const days = (row: { validFrom: Date; validTo: Date | null }) => [
  dateToDay(row.validFrom),
  row.validTo && dateToDay(row.validTo),
]
async function placesOf(enrollmentId: string) {
  const { prisma } = database()
  const where = { schoolId: school.id, enrollmentId }
  const [groups, inCourses] = await Promise.all([
    prisma.groupPlacement.findMany({ where, orderBy: { validFrom: 'asc' } }),
    prisma.courseEnrollment.findMany({ where, orderBy: [{ validFrom: 'asc' }] }),
  ])
  return {
    groups: groups.map((row) => [row.classGroupId, ...days(row)]),
    courses: inCourses.map((row) => [row.courseOfferingId, ...days(row)]).toSorted(),
  }
}
const sorted = (rows: unknown[][]) => rows.toSorted()
const enrollmentOf = (id: string) =>
  database().prisma.enrollment.findFirstOrThrow({ where: { schoolId: school.id, id } })

it('places many students in a group and its courses, with the day of a late entry', async () => {
  const [one, two, late] = [await enrolled(), await enrolled({ status: 'pending_documents' }), await enrolled()]
  const waiting = await listUnplaced.run(secretary, { classGroupId: groupA })
  expect(waiting.items).toHaveLength(3)
  const done = await placeStudents.run(secretary, {
    classGroupId: groupA,
    enrollmentIds: [one.id, two.id],
    validFrom: '2026-01-19',
  })
  expect(done).toEqual({ classGroupId: groupA, placed: 2, students: 2, capacity: null })
  await placeStudents.run(secretary, { classGroupId: groupA, enrollmentIds: [late.id], validFrom: '2026-08-10' })
  expect(await placesOf(late.id)).toEqual({
    groups: [[groupA, '2026-08-10', null]],
    courses: sorted([
      [courses.englishA, '2026-08-10', null],
      [courses.artA, '2026-08-10', null],
    ]),
  })
  expect((await enrollmentOf(late.id)).groupCode).toBe('6-A')
  expect((await listUnplaced.run(secretary, { classGroupId: groupA })).items).toEqual([])
  const { items } = await listGroupStudents.run(secretary, { classGroupId: groupA })
  expect(items.map(({ enrollmentId }) => enrollmentId).toSorted()).toEqual([one.id, two.id, late.id].toSorted())
})

it('tells when a group holds more than it has places for', async () => {
  const small = await addGroup(school, { code: '6-C', capacity: 1 })
  const ids = [(await enrolled()).id, (await enrolled()).id]
  const done = await placeStudents.run(secretary, { classGroupId: small, enrollmentIds: ids })
  expect(done).toMatchObject({ students: 2, capacity: 1 })
})

it('places nobody twice, of another grade, withdrawn, outside the year or of another school', async () => {
  const one = await enrolled()
  const place = (enrollmentId: string, over: object = {}) =>
    placeStudents.run(secretary, { classGroupId: groupA, enrollmentIds: [enrollmentId], ...over })
  await expect(place(one.id, { validFrom: '2025-12-01' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(place(one.id, { validFrom: addDays(today(), 1) })).rejects.toMatchObject({ code: 'invalid' })
  await place(one.id)
  await expect(place(one.id)).rejects.toMatchObject({ details: { reason: 'placements.refusal.alreadyPlaced' } })
  const seventh = await enrolled({ gradeLevel: '7' })
  await expect(place(seventh.id)).rejects.toMatchObject({ details: { reason: 'placements.refusal.otherGrade' } })
  expect((await enrollmentOf(seventh.id)).groupCode).toBeNull()
  const gone = await enrolled({ status: 'withdrawn' })
  await expect(place(gone.id)).rejects.toMatchObject({ details: { reason: 'placements.refusal.notEnrolled' } })
  const other = await testSchool()
  const foreign = await addEnrollment(other, { gradeLevel: '6' })
  await expect(place(foreign.id)).rejects.toMatchObject({ code: 'not_found' })
  const foreignGroup = await addGroup(other)
  await expect(place(one.id, { classGroupId: foreignGroup })).rejects.toMatchObject({ code: 'not_found' })
})

it('lets only one of two secretaries place the same child', async () => {
  const { id } = await enrolled()
  const tries = await Promise.allSettled(
    [groupA, groupB].map((classGroupId) => placeStudents.run(secretary, { classGroupId, enrollmentIds: [id] })),
  )
  expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await placesOf(id)).groups).toHaveLength(1)
})

describe('a move to another group in the middle of a period', () => {
  it('ends the old group and its courses the day before, and goes on in the courses of the new one', async () => {
    const [child] = await seatStudents(school, groupA, 1)
    const { enrollmentId } = child!
    const saved = await movePlacement.run(secretary, {
      enrollmentId,
      classGroupId: groupB,
      validFrom: '2026-09-14',
      reason: 'Convivencia',
    })
    expect(saved).toEqual({ enrollmentId, classGroupId: groupB, groupCode: '6-B', validFrom: '2026-09-14' })
    expect(await placesOf(enrollmentId)).toEqual({
      groups: [
        [groupA, '2026-01-19', '2026-09-13'],
        [groupB, '2026-09-14', null],
      ],
      courses: sorted([
        [courses.englishA, '2026-01-19', '2026-09-13'],
        [courses.artA, '2026-01-19', '2026-09-13'],
        [courses.englishB, '2026-09-14', null],
      ]),
    })
    expect((await enrollmentOf(enrollmentId)).groupCode).toBe('6-B')
    const { former } = await listGroupStudents.run(secretary, { classGroupId: groupA })
    expect(former).toMatchObject([{ enrollmentId, validTo: '2026-09-13' }])
    const { placements } = await readStudentAcademics.run(secretary, { studentId: child!.studentId })
    expect(placements.map(({ groupCode, reason }) => [groupCode, reason])).toEqual([
      ['6-B', 'Convivencia'],
      ['6-A', null],
    ])
    const line = await database().prisma.auditLog.findFirstOrThrow({
      where: { schoolId: school.id, action: 'enrollment.changeGroup' },
    })
    expect(line).toMatchObject({ studentId: child!.studentId, reason: 'Convivencia', before: { groupCode: '6-A' } })
  })

  it('is not before the day in the old group, nor to the same one', async () => {
    const [child] = await seatStudents(school, groupA, 1, '2026-08-03')
    const { enrollmentId } = child!
    const move = (over: object) =>
      movePlacement.run(secretary, { enrollmentId, classGroupId: groupB, validFrom: today(), reason: 'x', ...over })
    await expect(move({ validFrom: '2026-08-02' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(move({ classGroupId: groupA })).rejects.toMatchObject({ code: 'not_allowed_now' })
    await expect(move({ reason: '' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      movePlacement.run(secretary, {
        enrollmentId: (await enrolled()).id,
        classGroupId: groupB,
        validFrom: today(),
        reason: 'x',
      }),
    ).rejects.toMatchObject({ details: { reason: 'placements.refusal.notPlaced' } })
  })
})

describe('a withdrawal and a re-entry', () => {
  const change = async (id: string, status: string, reason: string) =>
    changeEnrollmentStatus.run(secretary, {
      enrollmentId: id,
      version: (await enrollmentOf(id)).version,
      status,
      reason,
    })

  it('end group and courses that day, and open new ones in the group that was left', async () => {
    const [child] = await seatStudents(school, groupA, 1)
    const { enrollmentId } = child!
    await change(enrollmentId, 'withdrawn', 'Cambio de ciudad')
    expect(await placesOf(enrollmentId)).toEqual({
      groups: [[groupA, '2026-01-19', today()]],
      courses: sorted([
        [courses.englishA, '2026-01-19', today()],
        [courses.artA, '2026-01-19', today()],
      ]),
    })
    const answer = await change(enrollmentId, 'active', 'Regresó')
    expect(answer.version).toBe((await enrollmentOf(enrollmentId)).version)
    const after = await placesOf(enrollmentId)
    expect(after.groups).toHaveLength(2)
    expect(after.groups.at(-1)![2]).toBeNull()
    expect(
      after.courses
        .filter(([, , to]) => to === null)
        .map(([course]) => course)
        .toSorted(),
    ).toEqual([courses.artA, courses.englishA].toSorted())
  })

  it('seats a child who becomes active in the group that the enrollment names', async () => {
    const { id } = await enrolled({ groupCode: '6-B', status: 'in_review' })
    await change(id, 'active', 'Revisada')
    expect((await placesOf(id)).groups).toEqual([[groupB, today(), null]])
    const { id: unknown } = await enrolled({ groupCode: '6-Z', status: 'in_review' })
    await change(unknown, 'active', 'Revisada')
    expect((await placesOf(unknown)).groups).toEqual([])
  })
})

it('follows a group that is changed in the enrollment’s form, and leaves a group that is taken away', async () => {
  const [child] = await seatStudents(school, groupA, 1)
  const { enrollmentId } = child!
  const save = async (groupCode: string) =>
    updateEnrollment.run(secretary, { enrollmentId, version: (await enrollmentOf(enrollmentId)).version, groupCode })
  await save('6-b')
  expect((await placesOf(enrollmentId)).groups).toEqual([
    [groupA, '2026-01-19', addDays(today(), -1)],
    [groupB, today(), null],
  ])
  await save('')
  expect((await placesOf(enrollmentId)).groups).toEqual([[groupA, '2026-01-19', addDays(today(), -1)]])
})

it('takes a child out of the group without another one', async () => {
  const [child] = await seatStudents(school, groupA, 1)
  const { enrollmentId } = child!
  await endPlacement.run(secretary, { enrollmentId, validTo: '2026-10-02', reason: 'Aula hospitalaria' })
  expect((await placesOf(enrollmentId)).groups).toEqual([[groupA, '2026-01-19', '2026-10-02']])
  expect((await enrollmentOf(enrollmentId)).groupCode).toBeNull()
  expect((await listUnplaced.run(secretary, { classGroupId: groupB })).items).toMatchObject([{ enrollmentId }])
})

it('shows a group to who teaches or directs it, and to no other teacher', async () => {
  const director = await contextFor(school, 'teacher')
  const quiet = await testSchool()
  const own = await addGroup(quiet, { code: '7-A', gradeLevel: '7' })
  await expect(listGroupStudents.run(await contextFor(quiet, 'teacher'), { classGroupId: own })).rejects.toMatchObject({
    code: 'not_found',
  })
  const directed = await addGroup(quiet, { code: '7-B', gradeLevel: '7', directorId: quiet.members.teacher.userId })
  await expect(
    listGroupStudents.run(await contextFor(quiet, 'teacher'), { classGroupId: directed }),
  ).resolves.toMatchObject({ group: { code: '7-B' } })
  await expect(listGroupStudents.run(director, { classGroupId: groupA })).resolves.toMatchObject({ items: [] })
  await expect(listGroupStudents.run(director, { classGroupId: own })).rejects.toMatchObject({ code: 'not_found' })
})
