import { beforeEach, describe, expect, it } from 'vitest'
import { markAttendance, takeList } from '@/lib/domain/attendance/commands'
import { readDay } from '@/lib/domain/attendance/day/queries'
import { exportMonth } from '@/lib/domain/attendance/month/export'
import { readMonth } from '@/lib/domain/attendance/month/queries'
import { readRoll } from '@/lib/domain/attendance/queries'
import { updateAttendanceSettings } from '@/lib/domain/attendance/settings/commands'
import { attendanceSettingsOf } from '@/lib/domain/attendance/settings/queries'
import { readAlerts, readAttendanceOfStudent, readSummary } from '@/lib/domain/attendance/summary/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { addDays, dayToDate } from '@/lib/shared/dates'
import { addClass, setAttendance, type TestClass } from '../support/attendance'
import { contextFor, contextOf } from '../support/context'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let teacher: SchoolContext
let coordinator: SchoolContext
let _secretary: SchoolContext
let group: TestClass

beforeEach(async () => {
  school = await testSchool()
  ;[teacher, coordinator, _secretary] = await Promise.all([
    contextFor(school, 'teacher'),
    contextFor(school, 'coordinator'),
    contextFor(school, 'secretary'),
  ])
  group = await addClass(school)
})

const ago = (days: number) => addDays(group.day, -days)
const place = (over: object = {}) => ({ classGroupId: group.groupId, day: group.day, lesson: 0, ...over })
const child = (index: number) => group.children[index]!
const take = (day: string, marks: Record<number, string> = {}, lesson = 0) =>
  takeList.run(coordinator, {
    ...place({ day, lesson }),
    marks: Object.entries(marks).map(([index, status]) => ({
      enrollmentId: child(Number(index)).enrollmentId,
      status,
    })),
  })
const _recordOf = async (day: string, index: number) => {
  const { rows } = await readRoll.run(coordinator, place({ day }))
  return rows.find(({ enrollmentId }) => enrollmentId === child(index).enrollmentId)!
}

describe('the day', () => {
  it('names each expected list and who took it, as the mode says', async () => {
    await markAttendance.run(teacher, { ...place(), enrollmentId: child(0).enrollmentId, status: 'absent', version: 0 })
    const modes = async (mode: string) => {
      await setAttendance(school, { mode })
      const { items } = await readDay.run(coordinator, {})
      return items.map(({ lesson, taken }) => `${lesson} ${taken ? `${taken.away} of ${taken.total}` : 'missing'}`)
    }
    expect(await modes('day')).toEqual(['0 1 of 3'])
    expect(await modes('both')).toEqual(['0 1 of 3'])
    // What was taken is shown, whatever is expected.
    expect(await modes('lesson')).toEqual(['0 1 of 3', '1 missing'])
  })

  it('shows a teacher the own lists only', async () => {
    const { userId } = await addUser({})
    await memberOf(school, userId, ['teacher'])
    expect((await readDay.run(await contextOf(school, userId), {})).items).toEqual([])
    expect((await readDay.run(teacher, {})).items.map(({ lesson }) => lesson)).toEqual([0, 1])
    const foreign = await contextFor(await testSchool(), 'rector')
    expect((await readDay.run(foreign, {})).items).toEqual([])
  })
})

describe('percentages', () => {
  beforeEach(async () => {
    await take(ago(4), { 0: 'absent', 1: 'late' })
    await take(ago(3), { 0: 'absent', 1: 'excused' })
    await take(ago(2), { 0: 'absent' })
    await take(ago(1), { 0: 'excused' }, 1)
  })
  const span = () => ({ from: ago(10), to: group.day })

  it('of each student count late as there and excused apart', async () => {
    const { basis, items } = await readSummary.run(coordinator, span())
    expect(basis).toBe('day')
    expect(
      items.map(({ name, attended, absence, excused, total }) => [name, attended, absence, excused, total]),
    ).toEqual([
      [child(0).name, 0, 100, 0, 3],
      [child(1).name, 66.7, 0, 1, 3],
      [child(2).name, 100, 0, 0, 3],
    ])
  })

  it('of groups and subjects add up', async () => {
    const groups = await readSummary.run(coordinator, { ...span(), by: 'group' })
    expect(groups.items).toMatchObject([{ present: 4, absent: 3, late: 1, excused: 1, attended: 55.6, absence: 33.3 }])
    const subjects = await readSummary.run(coordinator, { ...span(), by: 'subject' })
    expect(subjects.items).toMatchObject([{ present: 2, excused: 1, total: 3 }])
    expect((await readSummary.run(coordinator, { from: ago(3), to: ago(3), by: 'group' })).items[0]?.total).toBe(3)
  })

  it('count a student in the group only for the days spent there', async () => {
    const where = { schoolId: school.id, enrollmentId: child(2).enrollmentId }
    await database().prisma.groupPlacement.updateMany({ where, data: { validTo: dayToDate(ago(2)) } })
    await take(ago(1))
    const { items } = await readSummary.run(coordinator, span())
    expect(items.map(({ total }) => total)).toEqual([4, 4, 3])
  })

  it('are a teacher’s for the own courses, nobody’s for a stranger, and a family’s for the own child', async () => {
    expect((await readSummary.run(teacher, span())).items).toHaveLength(3)
    const { userId } = await addUser({})
    await memberOf(school, userId, ['teacher'])
    expect((await readSummary.run(await contextOf(school, userId), span())).items).toEqual([])
    const student = await contextFor(school, 'student')
    const mine = {
      where: { schoolId: school.id, id: child(0).studentId },
      data: { userId: school.members.student.userId },
    }
    await database().prisma.student.updateMany(mine)
    const own = await readAttendanceOfStudent.run(student, { studentId: child(0).studentId })
    expect(own.totals).toMatchObject({ absent: 3, total: 3, absence: 100 })
    expect(own.marks.map(({ day, lesson, status }) => `${day} ${lesson} ${status}`)).toEqual([
      `${ago(1)} 1 excused`,
      `${ago(2)} 0 absent`,
      `${ago(3)} 0 absent`,
      `${ago(4)} 0 absent`,
    ])
    const other = readAttendanceOfStudent.run(student, { studentId: child(1).studentId })
    await expect(other).rejects.toMatchObject({ code: 'not_found' })
    await expect(readSummary.run(student, span())).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('tell of absences in a row that still last', async () => {
    expect((await readAlerts.run(coordinator, {})).streaks).toMatchObject([
      { studentId: child(0).studentId, days: 3, since: ago(4) },
    ])
    await take(ago(1), { 0: 'excused' })
    expect((await readAlerts.run(coordinator, {})).streaks).toHaveLength(1)
    await setAttendance(school, { streakDays: 4 })
    expect((await readAlerts.run(coordinator, {})).streaks).toEqual([])
    await setAttendance(school, {})
    await take(group.day)
    expect((await readAlerts.run(coordinator, {})).streaks).toEqual([])
  })
})

describe('the month', () => {
  it('has a column for each day of school and a letter for each mark', async () => {
    await take(group.day, { 0: 'absent', 1: 'late' })
    const sheet = await readMonth.run(teacher, { classGroupId: group.groupId })
    const today = String(Number(group.day.slice(8)))
    expect(sheet.rows.map(({ marks }) => marks[today])).toEqual(['absent', 'late', 'present'])
    expect(sheet.rows[0]).toMatchObject({ absent: 1, present: 0 })
    expect(sheet.days.filter(({ taken }) => taken).map(({ day }) => day)).toEqual([group.day])
    const file = await exportMonth.run(teacher, { classGroupId: group.groupId, format: 'csv' })
    expect(Buffer.from(file.content, 'base64').toString()).toContain(child(0).name)
    const { userId } = await addUser({})
    await memberOf(school, userId, ['teacher'])
    const stranger = await contextOf(school, userId)
    await expect(readMonth.run(stranger, { classGroupId: group.groupId })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('the settings', () => {
  it('are the rector’s, with a version, and hold at once', async () => {
    const rector = await contextFor(school, 'rector')
    const { version, ...before } = await attendanceSettingsOf.run(rector, {})
    expect(before).toMatchObject({ mode: 'both', windowDays: 3, streakDays: 3, alertPercent: 10 })
    const next = { ...before, version, windowDays: 30 }
    await expect(updateAttendanceSettings.run(coordinator, next)).rejects.toMatchObject({ code: 'forbidden' })
    await updateAttendanceSettings.run(rector, next)
    await expect(updateAttendanceSettings.run(rector, next)).rejects.toMatchObject({ code: 'conflict' })
    expect((await readRoll.run(teacher, place({ day: ago(20) }))).lock).toBeNull()
  })
})
