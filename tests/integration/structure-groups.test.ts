import { beforeEach, describe, expect, it } from 'vitest'
import { copyStructure } from '@/lib/domain/academics/copy/commands'
import { previewCopy } from '@/lib/domain/academics/copy/queries'
import { generateCourses } from '@/lib/domain/academics/generation/commands'
import { previewCourses } from '@/lib/domain/academics/generation/queries'
import { createGroup, generateGroups, setGroupActive, updateGroup } from '@/lib/domain/academics/groups/commands'
import { listGroups, readGroup, readGroupChoices } from '@/lib/domain/academics/groups/queries'
import { changePlanStatus, createPlan } from '@/lib/domain/academics/plans/commands'
import { saveGrade } from '@/lib/domain/academics/plans/grades/commands'
import { readPlan } from '@/lib/domain/academics/plans/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { dateToDay } from '@/lib/shared/dates'
import { addCourse, addGroup, addSubject, placeStudents } from '../support/academics'
import { contextFor } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { refusal } from '../support/refusal'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let rector: SchoolContext
beforeEach(async () => {
  school = await testSchool()
  rector = await contextFor(school, 'rector')
})

const groups = (schoolYearId = school.yearId) => listGroups.run(rector, { schoolYearId })
const reason = async (work: Promise<unknown>) => (await refusal(work)).details.reason

/** An approved plan of a year with these hours for 6°. */
async function approvedPlan(hours: Record<string, number>, schoolYearId = school.yearId) {
  const { id: studyPlanId } = await createPlan.run(rector, { schoolYearId, name: 'General' })
  const items = Object.entries(hours).map(([subjectId, weeklyHours]) => ({ subjectId, weeklyHours }))
  await saveGrade.run(rector, { studyPlanId, gradeLevel: '6', version: 0, weeklyHours: 1, items })
  await changePlanStatus.run(rector, { studyPlanId, version: 1, status: 'approved' })
  return studyPlanId
}

describe('groups', () => {
  it('are counted: who is placed, who is named, and groups that nobody made yet', async () => {
    const id = await addGroup(school, { code: '6-A', capacity: 2 })
    await placeStudents(school, id, 2)
    await addEnrollment(school, { gradeLevel: '6', groupCode: '6-A' })
    await addEnrollment(school, { gradeLevel: '6', groupCode: '6-B' })
    await addEnrollment(school, { gradeLevel: '5', groupCode: 'A' })
    const { items, unknown } = await groups()
    expect(items).toMatchObject([{ code: '6-A', placed: 2, named: 3, capacity: 2, courses: 0 }])
    expect(unknown).toEqual([
      { gradeLevel: '5', code: 'A', students: 1 },
      { gradeLevel: '6', code: '6-B', students: 1 },
    ])
    const wanted = { schoolYearId: school.yearId, groups: [...unknown, items[0]!], shift: 'morning', capacity: 30 }
    const made = await generateGroups.run(rector, {
      ...wanted,
      groups: wanted.groups.map(({ gradeLevel, code }) => ({ gradeLevel, code: code.toLowerCase() })),
    })
    expect(made).toMatchObject({ created: [{ code: 'A' }, { code: '6-B' }], existing: 1 })
    expect((await groups()).unknown).toEqual([])
    expect((await groups()).items.map(({ code, capacity }) => [code, capacity])).toEqual([
      ['A', 30],
      ['6-A', 2],
      ['6-B', 30],
    ])
  })

  it('take their enrollments along when they are renamed', async () => {
    const id = await addGroup(school, { code: 'A' })
    const { id: enrollmentId } = await addEnrollment(school, { gradeLevel: '6', groupCode: 'A' })
    const other = await addEnrollment(school, { gradeLevel: '7', groupCode: 'A' })
    await updateGroup.run(rector, { classGroupId: id, version: 1, code: '6-a', capacity: 35 })
    const codes = await database().prisma.enrollment.findMany({
      where: { schoolId: school.id, id: { in: [enrollmentId, other.id] } },
      select: { id: true, groupCode: true },
    })
    expect(new Map(codes.map((row) => [row.id, row.groupCode]))).toEqual(
      new Map([
        [enrollmentId, '6-A'],
        [other.id, 'A'],
      ]),
    )
    const late = await refusal(updateGroup.run(rector, { classGroupId: id, version: 1, capacity: 36 }))
    expect(late.details.current).toMatchObject({ code: '6-A', capacity: 35, version: 2 })
    await addGroup(school, { code: '6-B' })
    const taken = updateGroup.run(rector, { classGroupId: id, version: 2, code: '6-B' })
    expect(await reason(taken)).toBe('academics.refusal.groupTaken')
  })

  it('are directed by somebody who works here', async () => {
    const { userId } = await addUser({ fullName: 'Eva Ruiz' })
    const group = { schoolYearId: school.yearId, gradeLevel: '6', code: '6-A' }
    expect((await refusal(createGroup.run(rector, { ...group, directorId: userId }))).code).toBe('not_found')
    await memberOf(school, userId, ['teacher'], false)
    expect(await reason(createGroup.run(rector, { ...group, directorId: userId }))).toBe(
      'academics.refusal.directorGone',
    )
    const family = school.members.acudiente.userId
    expect(await reason(createGroup.run(rector, { ...group, directorId: family }))).toBe(
      'academics.refusal.directorGone',
    )
    const { id } = await createGroup.run(rector, { ...group, directorId: school.members.teacher.userId })
    expect(await readGroup.run(rector, { classGroupId: id })).toMatchObject({ director: school.members.teacher.name })
    expect((await refusal(createGroup.run(rector, group))).code).toBe('duplicate')
    const { directors } = await readGroupChoices.run(rector, { schoolYearId: school.yearId })
    expect(directors.map((person) => person.id).sort()).toEqual(
      (['rector', 'coordinator', 'secretary', 'teacher'] as const).map((role) => school.members[role].userId).sort(),
    )
  })

  it('are not another school’s, nor another year’s plan', async () => {
    const other = await testSchool()
    const foreign = await addGroup(other)
    for (const work of [
      () => readGroup.run(rector, { classGroupId: foreign }),
      () => updateGroup.run(rector, { classGroupId: foreign, version: 1, room: '1' }),
      () => createGroup.run(rector, { schoolYearId: other.yearId, gradeLevel: '6', code: 'A' }),
    ])
      expect((await refusal(work())).code).toBe('not_found')
    const { id: nextPlan } = await createPlan.run(rector, { schoolYearId: school.nextYearId, name: 'General' })
    const wrongYear = { schoolYearId: school.yearId, gradeLevel: '6', code: 'A', studyPlanId: nextPlan }
    expect((await refusal(createGroup.run(rector, wrongYear))).code).toBe('not_found')
  })

  it('stay in use while students are in them', async () => {
    const id = await addGroup(school)
    await placeStudents(school, id, 3)
    const off = { classGroupId: id, version: 1, isActive: false }
    const refused = await refusal(setGroupActive.run(rector, off))
    expect(refused).toMatchObject({ code: 'not_allowed_now', details: { data: { students: 3 } } })
    const empty = await addGroup(school, { code: '6-B' })
    await setGroupActive.run(rector, { ...off, classGroupId: empty })
    const again = { schoolYearId: school.yearId, gradeLevel: '6', code: '6-B' }
    expect(await reason(createGroup.run(rector, again))).toBe('academics.refusal.groupTakenInactive')
  })
})

describe('courses of a plan', () => {
  it('are made once, enroll who is placed, and follow new hours until somebody adjusts one', async () => {
    const [mat, ing] = [await addSubject(school), await addSubject(school)]
    const [a, b] = [await addGroup(school, { code: '6-A' }), await addGroup(school, { code: '6-B' })]
    const [child] = await placeStudents(school, a, 1)
    const adjusted = await addCourse(school, { groupId: b, subjectId: ing, weeklyHours: '6' })
    const { prisma } = database()
    await prisma.courseOffering.updateMany({ where: { id: adjusted.id }, data: { version: 2 } })
    const preview = () => previewCourses.run(rector, { schoolYearId: school.yearId })
    expect((await preview()).groups.map(({ blocked }) => blocked)).toEqual(['noPlan', 'noPlan'])
    const studyPlanId = await approvedPlan({ [mat]: 5, [ing]: 3 })
    expect(await preview()).toMatchObject({
      created: 3,
      updated: 0,
      groups: [
        { code: '6-A', created: 2, kept: 0 },
        { code: '6-B', created: 1, kept: 1 },
      ],
    })
    await generateCourses.run(rector, { schoolYearId: school.yearId })
    const enrolled = await prisma.courseEnrollment.findMany({ where: { enrollmentId: child!.enrollmentId } })
    expect(enrolled).toHaveLength(2)
    expect(await generateCourses.run(rector, { schoolYearId: school.yearId })).toMatchObject({ created: 0, updated: 0 })
    await changePlanStatus.run(rector, { studyPlanId, version: 2, status: 'draft', reason: 'Más inglés' })
    const items = [
      { subjectId: mat, weeklyHours: 5 },
      { subjectId: ing, weeklyHours: 4 },
    ]
    await saveGrade.run(rector, { studyPlanId, gradeLevel: '6', version: 1, weeklyHours: 1, items })
    await changePlanStatus.run(rector, { studyPlanId, version: 3, status: 'approved' })
    expect(await generateCourses.run(rector, { schoolYearId: school.yearId })).toMatchObject({ created: 0, updated: 1 })
    const hours = await prisma.courseOffering.findMany({
      where: { schoolId: school.id, subjectId: ing },
      orderBy: { weeklyHours: 'asc' },
    })
    expect(hours.map((course) => Number(course.weeklyHours))).toEqual([4, 6])
    expect(await prisma.courseEnrollment.count({ where: { enrollmentId: child!.enrollmentId } })).toBe(2)
  })

  it('are made for the groups that are asked for, of this school and year', async () => {
    const [a] = [await addGroup(school, { code: '6-A' }), await addGroup(school, { code: '6-B' })]
    await approvedPlan({ [await addSubject(school)]: 5 })
    const only = { schoolYearId: school.yearId, classGroupIds: [a] }
    expect(await generateCourses.run(rector, only)).toMatchObject({ created: 1, groups: [{ code: '6-A' }] })
    const foreign = { ...only, classGroupIds: [a, await addGroup(await testSchool())] }
    expect((await refusal(generateCourses.run(rector, foreign))).code).toBe('not_found')
    const year = { ...only, schoolYearId: school.nextYearId }
    expect((await refusal(generateCourses.run(rector, year))).code).toBe('not_found')
  })
})

describe('copying the structure of a year', () => {
  it('brings what is missing, once, with the teachers who are still here', async () => {
    const subjectId = await addSubject(school)
    const [gone, stays] = [await addUser({ fullName: 'Luis Gómez' }), school.members.teacher]
    await memberOf(school, gone.userId, ['teacher'], false)
    const group = await addGroup(school, { code: '6-A', directorId: gone.userId, capacity: 35 })
    await addGroup(school, { code: '6-B' })
    const studyPlanId = await approvedPlan({ [subjectId]: 5 })
    await database().prisma.classGroup.updateMany({ where: { id: group }, data: { studyPlanId } })
    await addCourse(school, { groupId: group, subjectId, weeklyHours: '6', teacherId: stays.userId })
    await addCourse(school, { groupId: group, weeklyHours: '2', teacherId: gone.userId })
    const input = { fromYearId: school.yearId, toYearId: school.nextYearId, courses: true, teachers: true }
    const counts = {
      plans: 1,
      grades: 1,
      items: 1,
      groups: 2,
      directors: 0,
      courses: 2,
      teachers: 1,
      gone: ['Luis Gómez'],
    }
    expect(await previewCopy.run(rector, input)).toEqual(counts)
    expect((await groups(school.nextYearId)).items).toEqual([])
    const [first, second] = await Promise.all([copyStructure.run(rector, input), copyStructure.run(rector, input)])
    expect([first.groups, second.groups].sort()).toEqual([0, 2])
    const { items } = await groups(school.nextYearId)
    expect(items).toMatchObject([
      { code: '6-A', capacity: 35, plan: 'General', director: null, courses: 2 },
      { code: '6-B', courses: 0 },
    ])
    expect(await readPlan.run(rector, { studyPlanId: items[0]!.studyPlanId! })).toMatchObject({
      status: 'draft',
      grades: [{ gradeLevel: '6', weeklyHours: 1, items: [{ subjectId, weeklyHours: 5 }] }],
    })
    const assigned = await database().prisma.teacherAssignment.findMany({
      where: { schoolId: school.id, courseOffering: { classGroupId: items[0]!.id } },
    })
    expect(assigned.map(({ teacherId, validFrom }) => [teacherId, dateToDay(validFrom)])).toEqual([
      [stays.userId, '2027-01-18'],
    ])
    expect(await previewCopy.run(rector, input)).toMatchObject({ plans: 0, groups: 0, courses: 0, teachers: 0 })
  })

  it('goes to a year in planning of this school only', async () => {
    const back = { fromYearId: school.nextYearId, toYearId: school.yearId }
    expect(await reason(copyStructure.run(rector, back))).toBe('academics.refusal.notPlanning')
    const same = { fromYearId: school.nextYearId, toYearId: school.nextYearId }
    expect(await reason(copyStructure.run(rector, same))).toBe('academics.refusal.sameYear')
    const other = await testSchool()
    const foreign = { fromYearId: other.yearId, toYearId: school.nextYearId }
    expect((await refusal(copyStructure.run(rector, foreign))).code).toBe('not_found')
  })
})
