import { beforeEach, describe, expect, it } from 'vitest'
import { markAttendance, takeList } from '@/lib/domain/attendance/commands'
import { historyOfMark, readRoll } from '@/lib/domain/attendance/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { idempotency } from '@/lib/platform/idempotency'
import type { Role } from '@/lib/platform/permissions'
import { addDays, dayToDate } from '@/lib/shared/dates'
import { addCourse } from '../support/academics'
import { addClass, type TestClass } from '../support/attendance'
import { contextFor, contextOf } from '../support/context'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let teacher: SchoolContext
let coordinator: SchoolContext
let group: TestClass

beforeEach(async () => {
  school = await testSchool()
  ;[teacher, coordinator] = await Promise.all([contextFor(school, 'teacher'), contextFor(school, 'coordinator')])
  group = await addClass(school)
})

const place = (over: object = {}) => ({ classGroupId: group.groupId, day: group.day, lesson: 0, ...over })
const child = (index: number) => group.children[index]!.enrollmentId
const tick = (over: object = {}) => ({ ...place(), enrollmentId: child(0), status: 'absent', version: 0, ...over })
const statuses = async (over: object = {}) =>
  (await readRoll.run(teacher, place(over))).rows.map(({ status, version }) => `${status} ${version}`)
const another = async (roles: Role[] = ['teacher']) => {
  const { userId } = await addUser({})
  await memberOf(school, userId, roles)
  return { userId, ctx: await contextOf(school, userId) }
}

describe('taking a list', () => {
  it('shows everybody present and records nothing before the first tick', async () => {
    const roll = await readRoll.run(teacher, place())
    expect(roll).toMatchObject({ list: null, lock: null, closed: false, lesson: 0, course: null })
    expect(roll.rows.map(({ name, status, version }) => ({ name, status, version }))).toEqual(
      group.children.map(({ name }) => ({ name, status: 'present', version: 0 })),
    )
    expect(await database().prisma.attendanceList.count({ where: { schoolId: school.id } })).toBe(0)
  })

  it('writes the whole list with the first tick, and each further tick alone', async () => {
    expect(await markAttendance.run(teacher, tick())).toMatchObject({ began: true, version: 1, status: 'absent' })
    expect(await statuses()).toEqual(['absent 1', 'present 1', 'present 1'])
    const late = tick({ enrollmentId: child(1), status: 'late', minutesLate: 10, version: 1 })
    expect(await markAttendance.run(teacher, late)).toMatchObject({ began: false, version: 2, minutesLate: 10 })
    expect(await statuses()).toEqual(['absent 1', 'late 2', 'present 1'])
  })

  it('takes "all present" in one call, and once more without a change', async () => {
    const first = await takeList.run(teacher, place())
    const second = await takeList.run(coordinator, place({ marks: [{ enrollmentId: child(0), status: 'absent' }] }))
    expect([first.began, second.began]).toEqual([true, false])
    expect(second.listId).toBe(first.listId)
    expect(await statuses()).toEqual(['present 1', 'present 1', 'present 1'])
  })

  it('keeps the lists of a day and of its lessons apart', async () => {
    await markAttendance.run(teacher, tick())
    await markAttendance.run(teacher, tick({ lesson: 1, status: 'late' }))
    expect(await statuses()).toContain('absent 1')
    expect(await statuses({ lesson: 1 })).toContain('late 1')
    expect((await readRoll.run(teacher, place({ lesson: 1 }))).course).toMatchObject({ startsMinute: 420 })
    await expect(readRoll.run(teacher, place({ lesson: 2 }))).rejects.toMatchObject({ code: 'not_found' })
  })

  it('says nothing twice: the same tick again changes nothing', async () => {
    const options = { idempotency: idempotency('a-key', 'attendance.mark', tick()) }
    const first = await markAttendance.run(teacher, tick(), options)
    expect(await markAttendance.run(teacher, tick(), options)).toEqual(first)
    expect(await markAttendance.run(teacher, tick())).toMatchObject({ version: 1, status: 'absent' })
    const where = { schoolId: school.id }
    expect(await database().prisma.attendanceRecord.count({ where })).toBe(3)
    expect(await database().prisma.attendanceChange.count({ where })).toBe(0)
  })
})

describe('two who take the same list', () => {
  it('end with one list that holds the ticks of both', async () => {
    await Promise.all([
      markAttendance.run(teacher, tick()),
      markAttendance.run(coordinator, tick({ enrollmentId: child(1), status: 'late' })),
    ])
    expect(await database().prisma.attendanceList.count({ where: { schoolId: school.id } })).toBe(1)
    expect((await statuses()).map((text) => text.split(' ')[0])).toEqual(['absent', 'late', 'present'])
  })

  it('are told when they disagree about a student, with what is stored', async () => {
    await markAttendance.run(teacher, tick())
    const other = markAttendance.run(coordinator, tick({ status: 'late' }))
    await expect(other).rejects.toMatchObject({
      code: 'conflict',
      details: { current: { status: 'absent', version: 1 } },
    })
    await markAttendance.run(coordinator, tick({ status: 'late', version: 1 }))
    await expect(markAttendance.run(teacher, tick({ status: 'excused', version: 1 }))).rejects.toMatchObject({
      code: 'conflict',
      details: { current: { status: 'late', version: 2 } },
    })
  })
})

describe('corrections of one own', () => {
  const yesterday = () => addDays(group.day, -1)

  it('need a reason once the day is over, and keep what was', async () => {
    await markAttendance.run(teacher, tick({ day: yesterday(), reason: 'Olvidé tomarla' }))
    const again = tick({ day: yesterday(), status: 'late', version: 1 })
    await expect(markAttendance.run(teacher, again)).rejects.toMatchObject({
      code: 'invalid',
      details: { field: 'reason' },
    })
    const { recordId } = await markAttendance.run(teacher, { ...again, reason: 'Llegó a las 7:20' })
    const { items } = await historyOfMark.run(teacher, { recordId })
    expect(items).toMatchObject([
      { before: 'absent', after: 'late', reason: 'Llegó a las 7:20', by: school.members.teacher.name },
    ])
  })

  it('end with the window, for a teacher and not for a coordinator', async () => {
    const longAgo = addDays(group.day, -20)
    const old = tick({ day: longAgo, reason: 'Tarde' })
    await expect(markAttendance.run(teacher, old)).rejects.toMatchObject({
      code: 'not_allowed_now',
      details: { reason: 'attendance.refusal.window' },
    })
    expect((await readRoll.run(teacher, place({ day: longAgo }))).lock).toBe('window')
    expect(await markAttendance.run(coordinator, old)).toMatchObject({ began: true })
  })

  it('know no days to come', async () => {
    const tomorrow = place({ day: addDays(group.day, 1) })
    await expect(takeList.run(coordinator, tomorrow)).rejects.toMatchObject({ code: 'not_allowed_now' })
  })
})

describe('who belongs on a list', () => {
  it('is who sat in the group on that day: nobody before the move in, nobody after the move out', async () => {
    const moved = addDays(group.day, -2)
    const where = { schoolId: school.id, enrollmentId: child(0) }
    await database().prisma.groupPlacement.updateMany({ where, data: { validTo: dayToDate(addDays(moved, -1)) } })
    const names = async (day: string) => (await readRoll.run(teacher, place({ day }))).rows.map(({ name }) => name)
    expect(await names(addDays(moved, -1))).toHaveLength(3)
    expect(await names(moved)).toEqual(group.children.slice(1).map(({ name }) => name))
    await expect(markAttendance.run(teacher, tick())).rejects.toMatchObject({ code: 'not_found' })
  })

  it('stays on lists that were taken, although the move is dated back', async () => {
    await takeList.run(teacher, place())
    const where = { schoolId: school.id, enrollmentId: child(0) }
    await database().prisma.groupPlacement.updateMany({ where, data: { validTo: dayToDate(addDays(group.day, -5)) } })
    expect(await statuses()).toHaveLength(3)
  })
})

describe('whose list it is', () => {
  it('a teacher without a course in the group finds nothing', async () => {
    const { ctx } = await another()
    await expect(readRoll.run(ctx, place())).rejects.toMatchObject({ code: 'not_found' })
    await expect(markAttendance.run(ctx, tick())).rejects.toMatchObject({ code: 'not_found' })
    await expect(takeList.run(ctx, place())).rejects.toMatchObject({ code: 'not_found' })
  })

  it('a teacher of another course of the group takes the day and the own lessons only', async () => {
    const { userId, ctx } = await another()
    await addCourse(school, { groupId: group.groupId, teacherId: userId })
    expect((await readRoll.run(ctx, place())).lock).toBeNull()
    await expect(readRoll.run(ctx, place({ lesson: 1 }))).rejects.toMatchObject({ code: 'not_found' })
  })

  it('the director of the group takes every list of it', async () => {
    const { userId, ctx } = await another()
    const where = { schoolId: school.id, id: group.groupId }
    await database().prisma.classGroup.updateMany({ where, data: { directorId: userId } })
    expect((await readRoll.run(ctx, place({ lesson: 1 }))).lock).toBeNull()
  })

  it('a teacher whose assignment ended finds nothing', async () => {
    const where = { schoolId: school.id, courseOfferingId: group.course.id }
    const validTo = dayToDate(addDays(group.day, -1))
    await database().prisma.teacherAssignment.updateMany({ where, data: { validTo } })
    await expect(readRoll.run(teacher, place())).rejects.toMatchObject({ code: 'not_found' })
  })

  it('a secretary looks and does not write', async () => {
    const secretary = await contextFor(school, 'secretary')
    expect((await readRoll.run(secretary, place())).lock).toBe('reader')
    await expect(markAttendance.run(secretary, tick())).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('another school finds nothing', async () => {
    const foreign = await contextFor(await testSchool(), 'rector')
    await expect(readRoll.run(foreign, place())).rejects.toMatchObject({ code: 'not_found' })
    await expect(markAttendance.run(foreign, tick())).rejects.toMatchObject({ code: 'not_found' })
  })
})
