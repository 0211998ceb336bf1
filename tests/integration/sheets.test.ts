import readXlsxFile from 'read-excel-file/node'
import { beforeEach, describe, expect, it } from 'vitest'
import { exportFailing, exportGroupSheet } from '@/lib/domain/sheets/export'
import { listFailing } from '@/lib/domain/sheets/failing/queries'
import { readLevels } from '@/lib/domain/sheets/levels/queries'
import { listSheetPlaces, readGroupSheet } from '@/lib/domain/sheets/queries'
import { updateSheetSettings } from '@/lib/domain/sheets/settings/commands'
import { sheetSettings } from '@/lib/domain/sheets/settings/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { addArea, addCourse, addGroup, addSubject, placeStudents, type TestCourse } from '../support/academics'
import { contextFor, contextOf } from '../support/context'
import { newId } from '../support/ids'
import { keepMarks, midYear } from '../support/marks'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let coordinator: SchoolContext
let rector: SchoolContext
let group: string
let courses: Record<'algebra' | 'geometry' | 'biology', TestCourse>
let ids: [string, string, string, string]
let [first, second] = ['', '']

/**
 * A group with mathematics (algebra 4 h, geometry 1 h) and science (biology 3 h). The first period is closed:
 *            algebra  geometry  mathematics           biology  mean
 * one        2.0      4.0       (8+4)/5      = 2.4    4.0      10/3   = 3.33
 * two        4.5      3.5       (18+3.5)/5   = 4.3    2.0      10/3   = 3.33
 * three      5.0      5.0       5.0                   4.6      14.6/3 = 4.87
 * four has no marks.
 */
beforeEach(async () => {
  school = await testSchool()
  ;[first, second] = school.periodIds as [string, string]
  ;[coordinator, rector] = await Promise.all([contextFor(school, 'coordinator'), contextFor(school, 'rector')])
  group = await addGroup(school, { gradeLevel: '6', code: '6-A' })
  const [mathematics, science] = [
    await addArea(school, { name: 'Matemáticas' }),
    await addArea(school, { name: 'Naturales' }),
  ]
  const { userId: other } = await addUser({})
  await memberOf(school, other, ['teacher'])
  const course = async (areaId: string, name: string, weeklyHours: string, teacherId?: string) =>
    addCourse(school, {
      groupId: group,
      subjectId: await addSubject(school, { areaId, name }),
      weeklyHours,
      ...(teacherId ? { teacherId } : {}),
    })
  courses = {
    algebra: await course(mathematics, 'Álgebra', '4'),
    geometry: await course(mathematics, 'Geometría', '1', other),
    biology: await course(science, 'Biología', '3', other),
  }
  const children = await placeStudents(school, group, 4)
  ids = children.map(({ enrollmentId }) => enrollmentId) as typeof ids
  const rulesId = await midYear(school)
  const [one, two, three] = ids
  const keep = (course: TestCourse, marks: [string, string, string]) =>
    keepMarks(
      school,
      { courseId: course.id, periodId: first, rulesId },
      { [one]: marks[0], [two]: marks[1], [three]: marks[2] },
    )
  await keep(courses.algebra, ['2.0', '4.5', '5.0'])
  await keep(courses.geometry, ['4.0', '3.5', '5.0'])
  await keep(courses.biology, ['4.0', '2.0', '4.6'])
})

const sheet = (ctx: SchoolContext, periodId: string | null = first) =>
  readGroupSheet.run(ctx, { classGroupId: group, periodId })

const rank = async () => {
  const { version } = await sheetSettings.run(rector, {})
  await updateSheetSettings.run(rector, { version, ranking: true })
}

describe('the sheet of a group', () => {
  it('has the marks of the subjects, and of an area that has several', async () => {
    const { columns, rows, mean, whole } = await sheet(coordinator)
    expect(columns.map(({ name, kind, mean }) => [name, kind, mean])).toEqual([
      ['Álgebra', 'subject', '3.83'],
      ['Geometría', 'subject', '4.17'],
      ['Matemáticas', 'area', '3.90'],
      ['Biología', 'subject', '3.53'],
    ])
    expect(rows.map(({ marks }) => marks.map((mark) => mark?.value ?? null))).toEqual([
      ['2', '4', '2.4', '4'],
      ['4.5', '3.5', '4.3', '2'],
      ['5', '5', '5', '4.6'],
      [null, null, null, null],
    ])
    expect(rows.map(({ mean, failed }) => [mean, failed])).toEqual([
      ['3.33', 1],
      ['3.33', 1],
      ['4.87', 0],
      [null, 0],
    ])
    // (3.33 + 3.33 + 4.87) / 3
    expect([mean, whole]).toEqual(['3.84', true])
    expect(columns[0]?.levels).toEqual({ superior: 1, high: 1, basic: 0, low: 1 })
    expect(rows[0]?.marks[0]).toEqual({ value: '2', level: 'low', passes: false })
  })

  it('gives equal means the same place, and none unless the school ranks', async () => {
    expect((await sheet(coordinator)).rows.map(({ place }) => place)).toEqual([null, null, null, null])
    await rank()
    expect((await sheet(coordinator)).rows.map(({ place }) => place)).toEqual([2, 2, 1, null])
  })

  it('computes an open period from its scores, and the year from both', async () => {
    const { prisma } = database()
    const activityId = newId()
    await prisma.evaluationActivity.create({
      data: {
        schoolId: school.id,
        id: activityId,
        courseOfferingId: courses.algebra.id,
        academicPeriodId: second,
        title: 'Taller',
        weight: '100',
      },
    })
    await prisma.activityScore.create({
      data: { schoolId: school.id, id: newId(), activityId, enrollmentId: ids[0], status: 'scored', score: '4.0' },
    })
    expect((await sheet(coordinator, second)).rows[0]?.marks.map((mark) => mark?.value ?? null)).toEqual([
      '4',
      null,
      '4',
      null,
    ])
    // Algebra (2 + 4) / 2 = 3.0; mathematics (3 × 4 + 4 × 1) / 5 = 3.2
    const year = await readGroupSheet.run(coordinator, { classGroupId: group })
    expect(year.rows[0]).toMatchObject({ failed: 0, outcome: 'promoted' })
    expect(year.rows[0]?.marks.map((mark) => mark?.value)).toEqual(['3', '4', '3.2', '4'])
  })

  it('counts the absences of the period', async () => {
    const { prisma } = database()
    const period = await prisma.academicPeriod.findFirstOrThrow({ where: { schoolId: school.id, id: first } })
    const list = { schoolId: school.id, id: newId(), classGroupId: group, day: period.startsOn }
    await prisma.attendanceList.create({ data: list })
    await prisma.attendanceRecord.createMany({
      data: [
        { schoolId: school.id, id: newId(), listId: list.id, enrollmentId: ids[0], day: list.day, status: 'absent' },
        { schoolId: school.id, id: newId(), listId: list.id, enrollmentId: ids[1], day: list.day, status: 'excused' },
      ],
    })
    const counts = async (period: string | null) =>
      (await sheet(coordinator, period)).rows.map(({ unjustified, justified }) => [unjustified, justified])
    expect((await counts(first)).slice(0, 2)).toEqual([
      [1, 0],
      [0, 1],
    ])
    expect((await counts(second)).slice(0, 2)).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('shows teachers their own courses, without areas, means of students and places', async () => {
    await rank()
    const teacher = await contextFor(school, 'teacher')
    const { columns, rows, whole, ranked, mean } = await sheet(teacher)
    expect(columns.map(({ name }) => name)).toEqual(['Álgebra'])
    expect(rows[0]).toMatchObject({ mean: null, place: null, outcome: null, failed: 1 })
    expect({ whole, ranked, mean }).toEqual({ whole: false, ranked: false, mean: null })
    expect((await listSheetPlaces.run(teacher, {})).groups.map(({ code }) => code)).toEqual(['6-A'])
    for (const call of [() => listFailing.run(teacher, {}), () => readLevels.run(teacher, {})])
      await expect(call()).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is not there for a teacher who neither teaches in nor directs the group, nor for another school', async () => {
    const { userId } = await addUser({})
    await memberOf(school, userId, ['teacher'])
    const stranger = await contextOf(school, userId)
    await expect(sheet(stranger)).rejects.toMatchObject({ code: 'not_found' })
    expect((await listSheetPlaces.run(stranger, {})).groups).toEqual([])
    await database().prisma.classGroup.updateMany({
      where: { schoolId: school.id, id: group },
      data: { directorId: userId },
    })
    expect((await sheet(stranger)).columns).toEqual([])
    const abroad = await testSchool()
    await expect(sheet(await contextFor(abroad, 'rector'))).rejects.toMatchObject({ code: 'not_found' })
    await expect(sheet(coordinator, abroad.periodIds[0]!)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('who is failing', () => {
  it('lists areas and subjects with what each still needs', async () => {
    const { items, students, withAny } = await listFailing.run(coordinator, { periodId: first })
    expect([students, withAny]).toEqual([4, 2])
    // With one of two periods left, (2.0 + x) / 2 has to reach 2.95: at least 3.9.
    const needs = { way: 'reach', mark: '3.9' }
    expect(
      items.map(({ enrollmentId, areas, subjects }) => ({
        enrollmentId,
        areas: areas.map(({ name, value }) => `${name} ${value}`),
        subjects: subjects.map(({ name, value, needs }) => ({ name, value, needs })),
      })),
    ).toEqual([
      { enrollmentId: ids[0], areas: ['Matemáticas 2.4'], subjects: [{ name: 'Álgebra', value: '2', needs }] },
      { enrollmentId: ids[1], areas: ['Naturales 2'], subjects: [{ name: 'Biología', value: '2', needs }] },
    ])
  })

  it('is narrowed by how many, by grade and by group', async () => {
    const shown = async (over: object) =>
      (await listFailing.run(coordinator, { periodId: first, ...over })).items.length
    expect(await shown({ atLeast: 2 })).toBe(0)
    expect(await shown({ gradeLevel: '6' })).toBe(2)
    await expect(shown({ gradeLevel: '7' })).rejects.toMatchObject({ code: 'not_found' })
    expect(await shown({ classGroupId: group })).toBe(2)
  })
})

describe('how marks spread over the levels', () => {
  it('counts them by subject, group and teacher, most low first, and period by period', async () => {
    const { items, trend, period } = await readLevels.run(coordinator, {})
    expect(period?.id).toBe(first)
    expect(
      items.map(({ name, superior, high, basic, low, total }) => [name, superior, high, basic, low, total]),
    ).toEqual([
      ['Álgebra', 1, 1, 0, 1, 3],
      ['Biología', 1, 1, 0, 1, 3],
      ['Geometría', 1, 1, 1, 0, 3],
    ])
    expect(trend).toMatchObject([{ id: first, superior: 3, high: 3, basic: 1, low: 2, total: 9 }])
    const groups = await readLevels.run(coordinator, { by: 'group' })
    expect(groups.items).toMatchObject([{ name: '6-A', low: 2, total: 9 }])
    const teachers = await readLevels.run(coordinator, { by: 'teacher' })
    expect(teachers.items.map(({ low, total }) => [low, total])).toEqual([
      [1, 3],
      [1, 6],
    ])
    await expect(readLevels.run(coordinator, { periodId: second })).rejects.toMatchObject({ code: 'not_found' })
  })
})

const opened = async (content: string) => {
  const [sheet] = await readXlsxFile(Buffer.from(content, 'base64'))
  return sheet?.data ?? []
}

describe('taking a sheet along', () => {
  it('writes numbers as numbers, and a line in the history', async () => {
    const { content, fileName } = await exportGroupSheet.run(coordinator, { classGroupId: group, periodId: first })
    expect(fileName).toMatch(/^sabana-6-A-.+\.xlsx$/)
    const lines = await opened(content)
    expect(lines[1]?.slice(2)).toEqual([2, 4, 2.4, 4, 3.33, 1, 0, 0])
    const line = await database().prisma.auditLog.findFirst({ where: { schoolId: school.id, action: 'sheet.export' } })
    expect(line?.after).toMatchObject({ name: '6-A', count: 4 })
  })

  it('has a line for each failed subject', async () => {
    const { content } = await exportFailing.run(coordinator, { periodId: first })
    const lines = await opened(content)
    expect(lines.slice(1).map((line) => line.slice(1))).toEqual([
      ['6-A', 1, 'Matemáticas', 'Álgebra', 2, 3.9, 0],
      ['6-A', 1, 'Naturales', 'Biología', 2, 3.9, 0],
    ])
  })
})
