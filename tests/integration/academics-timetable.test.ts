import { beforeEach, describe, expect, it } from 'vitest'
import { addLesson, endLesson, moveLesson } from '@/lib/domain/academics/timetable/commands'
import { lessonsOn, listClashes, listDayLessons, readWeek } from '@/lib/domain/academics/timetable/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { schoolSql } from '@/lib/platform/db/sql'
import { dayToDate, today } from '@/lib/shared/dates'
import { addCourse, addGroup, addSlot, addSubject, placeStudents } from '../support/academics'
import { contextFor, contextOf } from '../support/context'
import { newId } from '../support/ids'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'

// Monday 5 October 2026 is an ordinary school day; Monday 12 October 2026 is a holiday (Ley 51 de 1983).
const monday = '2026-10-05'
const holiday = '2026-10-12'

let school: TestSchool
let rector: SchoolContext
let groupA: string
let inA: string
let inB: string

beforeEach(async () => {
  school = await testSchool()
  rector = await contextFor(school, 'rector')
  groupA = await addGroup(school, { code: '6-A' })
  const named = (name: string) => addSubject(school, { name })
  inA = (await addCourse(school, { groupId: groupA, subjectId: await named('Inglés') })).id
  inB = (await addCourse(school, { groupId: await addGroup(school, { code: '6-B' }), subjectId: await named('Arte') }))
    .id
})

const at = (courseOfferingId: string, startsMinute: number, over: object = {}) => ({
  courseOfferingId,
  weekday: 1,
  startsMinute,
  endsMinute: startsMinute + 55,
  validFrom: '2026-01-19',
  ...over,
})
const reader = () => ({ ctx: rector, sql: schoolSql(school.id) })
const refusal = (kind: string) => ({ code: 'not_allowed_now', details: { reason: `timetable.refusal.${kind}Taken` } })

describe('a lesson', () => {
  it('is refused when the group, the teacher or the room has one at that hour', async () => {
    await addLesson.run(rector, at(inA, 420, { room: 'Lab' }))
    const other = (await addCourse(school, { groupId: groupA, teacherId: null })).id
    await expect(addLesson.run(rector, at(other, 450))).rejects.toMatchObject(refusal('group'))
    await expect(addLesson.run(rector, at(inB, 450))).rejects.toMatchObject({
      ...refusal('teacher'),
      details: { data: { course: 'Inglés 6-A', from: '7:00', to: '7:55' } },
    })
    const elsewhere = (await addCourse(school, { teacherId: null })).id
    await expect(addLesson.run(rector, at(elsewhere, 450, { room: 'lab' }))).rejects.toMatchObject(refusal('room'))
    await expect(addLesson.run(rector, at(elsewhere, 450))).resolves.toMatchObject({ version: 1 })
    await expect(addLesson.run(rector, at(inB, 475))).resolves.toMatchObject({ version: 1 })
  })

  it('may take the hour that another one leaves on a day', async () => {
    const { id } = await addLesson.run(rector, at(inA, 420))
    await endLesson.run(rector, { slotId: id, version: 1, validTo: '2026-06-12' })
    await expect(addLesson.run(rector, at(inB, 420))).rejects.toMatchObject(refusal('teacher'))
    await expect(addLesson.run(rector, at(inB, 420, { validFrom: '2026-06-13' }))).resolves.toBeTruthy()
  })

  it('is won by one of two who plan it at the same moment', async () => {
    const tries = await Promise.allSettled([inA, inB].map((id) => addLesson.run(rector, at(id, 420))))
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('moves from a day on, and keeps the earlier hour until then', async () => {
    const { id } = await addLesson.run(rector, at(inA, 420))
    const wanted = { weekday: 2, startsMinute: 480, endsMinute: 535, validFrom: '2026-08-03' }
    await moveLesson.run(rector, { slotId: id, version: 1, ...wanted })
    const hours = async (day: string) =>
      (await readWeek.run(rector, { day })).items.map(({ weekday, startsMinute }) => [weekday, startsMinute])
    expect(await hours('2026-08-02')).toEqual([[1, 420]])
    expect(await hours('2026-08-03')).toEqual([[2, 480]])
    await expect(moveLesson.run(rector, { slotId: id, version: 1, ...wanted })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('lies inside the year and ends after it begins', async () => {
    await expect(addLesson.run(rector, at(inA, 420, { validFrom: '2025-06-01' }))).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(addLesson.run(rector, at(inA, 420, { endsMinute: 420 }))).rejects.toMatchObject({ code: 'invalid' })
    const foreign = await addCourse(await testSchool())
    await expect(addLesson.run(rector, at(foreign.id, 420))).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('the lessons of a day', () => {
  beforeEach(async () => {
    await addSlot(school, inA, { startsMinute: 420, room: 'Lab' })
    await addSlot(school, inB, { startsMinute: 480 })
    const second = await addCourse(school, { groupId: groupA, teacherId: null })
    await addSlot(school, second.id, { startsMinute: 360 })
  })
  const numbers = async (day: string, over: object = {}) =>
    (await lessonsOn(reader(), { day, ...over })).map(({ group, lesson }) => `${group} ${lesson}`)

  it('are numbered in the group’s day, whoever asks', async () => {
    expect(await numbers(monday)).toEqual(['6-A 1', '6-A 2', '6-B 1'])
    expect(await numbers(monday, { teacherId: school.members.teacher.userId })).toEqual(['6-A 2', '6-B 1'])
    expect(await numbers(monday, { classGroupId: groupA })).toEqual(['6-A 1', '6-A 2'])
    expect(await numbers('2026-10-06')).toEqual([])
  })

  it('are none on holidays, in the recess and outside the year, unless the day is made up', async () => {
    expect(await numbers(holiday)).toEqual([])
    expect(await numbers('2025-10-06')).toEqual([])
    const calendar = (kind: string, day: string) =>
      database().prisma.calendarDay.create({
        data: {
          schoolId: school.id,
          id: newId(),
          schoolYearId: school.yearId,
          day: dayToDate(day),
          kind,
          name: 'Receso',
        },
      })
    await calendar('extra', holiday)
    expect(await numbers(holiday)).toHaveLength(3)
    await calendar('recess', monday)
    expect(await numbers(monday)).toEqual([])
    expect(await listDayLessons.run(rector, { day: monday })).toMatchObject({
      free: { holiday: false, name: 'Receso' },
      items: [],
    })
  })

  it('are the own ones for a teacher, whatever is asked', async () => {
    const teacher = await contextFor(school, 'teacher')
    expect((await listDayLessons.run(teacher, { day: monday })).items).toHaveLength(2)
    const { userId } = await addUser()
    await memberOf(school, userId, ['teacher'])
    expect((await listDayLessons.run(await contextOf(school, userId), { day: monday })).items).toEqual([])
    await expect(listDayLessons.run(teacher, { day: monday, teacherId: userId })).rejects.toMatchObject({
      code: 'not_found',
    })
    const foreign = await addGroup(await testSchool())
    await expect(listDayLessons.run(rector, { classGroupId: foreign })).rejects.toMatchObject({ code: 'not_found' })
  })
})

it('shows a student the own week, and nobody else’s', async () => {
  await addSlot(school, inA)
  await addSlot(school, inB, { weekday: 2 })
  const [child] = await placeStudents(school, groupA, 1)
  await database().prisma.student.updateMany({
    where: { schoolId: school.id, id: child!.studentId },
    data: { userId: school.members.student.userId },
  })
  const own = await readWeek.run(await contextFor(school, 'student'), { day: today() })
  expect(own.items.map(({ subject }) => subject)).toEqual(['Inglés'])
  expect((await readWeek.run(await contextFor(school, 'acudiente'), { day: today() })).items).toEqual([])
})

it('lists what a hand-over left at the same hour', async () => {
  await addSlot(school, inA)
  await addSlot(school, inB, { startsMinute: 450 })
  const { items } = await listClashes.run(rector, {})
  expect(items).toMatchObject([{ kind: 'teacher', lessons: [{ subject: 'Inglés' }, { subject: 'Arte' }] }])
})
