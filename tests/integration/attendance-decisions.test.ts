import { beforeEach, describe, expect, it } from 'vitest'
import { takeList } from '@/lib/domain/attendance/commands'
import { decideCorrection, requestCorrection } from '@/lib/domain/attendance/corrections/commands'
import { listCorrections } from '@/lib/domain/attendance/corrections/queries'
import { createExcuse, decideExcuse } from '@/lib/domain/attendance/excuses/commands'
import { confirmExcuseFile, offerExcuseFile } from '@/lib/domain/attendance/excuses/files/commands'
import { openExcuseFile } from '@/lib/domain/attendance/excuses/files/queries'
import { listExcuses } from '@/lib/domain/attendance/excuses/queries'
import { historyOfMark, readRoll } from '@/lib/domain/attendance/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { addDays } from '@/lib/shared/dates'
import { addClass, type TestClass } from '../support/attendance'
import { contextFor, contextOf } from '../support/context'
import { samples } from '../support/files'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'
import { factsOf, put } from '../support/uploads'

let school: TestSchool
let teacher: SchoolContext
let coordinator: SchoolContext
let secretary: SchoolContext
let group: TestClass

beforeEach(async () => {
  school = await testSchool()
  ;[teacher, coordinator, secretary] = await Promise.all([
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
const recordOf = async (day: string, index: number) => {
  const { rows } = await readRoll.run(coordinator, place({ day }))
  return rows.find(({ enrollmentId }) => enrollmentId === child(index).enrollmentId)!
}

describe('a correction after the window', () => {
  beforeEach(() => take(ago(20), { 0: 'absent' }))
  const ask = async () =>
    requestCorrection.run(teacher, {
      recordId: (await recordOf(ago(20), 0)).recordId,
      wantedStatus: 'late',
      reason: 'Llegó a las 7:40',
    })

  it('changes nothing until a coordinator approves, and then keeps both values', async () => {
    const { id } = await ask()
    expect(await recordOf(ago(20), 0)).toMatchObject({ status: 'absent', wanted: 'late' })
    const { items } = await listCorrections.run(coordinator, {})
    expect(items).toMatchObject([{ id, before: 'absent', wanted: 'late', current: 'absent', day: ago(20) }])
    await decideCorrection.run(coordinator, { correctionId: id, version: 1, decision: 'approved' })
    const record = await recordOf(ago(20), 0)
    expect(record).toMatchObject({ status: 'late', version: 2, wanted: null })
    const history = await historyOfMark.run(teacher, { recordId: record.recordId })
    expect(history.items).toMatchObject([{ before: 'absent', after: 'late', reason: 'Llegó a las 7:40' }])
    const approved = await listCorrections.run(coordinator, { status: 'approved' })
    expect(approved.items).toMatchObject([{ before: 'absent', wanted: 'late', current: 'late' }])
  })

  it('leaves the record when it is rejected, with the note', async () => {
    const { id } = await ask()
    await decideCorrection.run(coordinator, { correctionId: id, version: 1, decision: 'rejected', note: 'No consta' })
    expect(await recordOf(ago(20), 0)).toMatchObject({ status: 'absent', version: 1, wanted: null })
    const { items } = await listCorrections.run(teacher, { status: 'rejected' })
    expect(items).toMatchObject([{ note: 'No consta', before: 'absent', wanted: 'late' }])
  })

  it('is asked once, decided once, and not by the teacher', async () => {
    const { id } = await ask()
    await expect(ask()).rejects.toMatchObject({ details: { reason: 'attendance.refusal.alreadyAsked' } })
    const decision = { correctionId: id, version: 1, decision: 'approved' }
    await expect(decideCorrection.run(teacher, decision)).rejects.toMatchObject({ code: 'not_found' })
    await decideCorrection.run(coordinator, decision)
    await expect(decideCorrection.run(coordinator, decision)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is not needed inside of the window, nor for what stands there already', async () => {
    await take(group.day)
    const wanted = { wantedStatus: 'absent', reason: 'Por error' }
    const { recordId } = await recordOf(group.day, 0)
    await expect(requestCorrection.run(teacher, { recordId, ...wanted })).rejects.toMatchObject({
      details: { reason: 'attendance.refusal.correctDirectly' },
    })
    const old = await recordOf(ago(20), 0)
    await expect(requestCorrection.run(teacher, { recordId: old.recordId, ...wanted })).rejects.toMatchObject({
      details: { reason: 'attendance.refusal.alreadySo' },
    })
  })

  it("is none of another group's teacher, nor of another school", async () => {
    const { recordId } = await recordOf(ago(20), 0)
    const { userId } = await addUser({})
    await memberOf(school, userId, ['teacher'])
    const stranger = await contextOf(school, userId)
    const foreign = await contextFor(await testSchool(), 'rector')
    const asked = { recordId, wantedStatus: 'late', reason: 'Porque sí' }
    for (const ctx of [stranger, foreign])
      await expect(requestCorrection.run(ctx, asked)).rejects.toMatchObject({ code: 'not_found' })
    const { id } = await ask()
    expect((await listCorrections.run(stranger, {})).items).toEqual([])
    const decision = { correctionId: id, version: 1, decision: 'approved' }
    await expect(decideCorrection.run(foreign, decision)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('excuses', () => {
  const excuse = (over: object = {}) => ({
    studentId: child(0).studentId,
    validFrom: ago(4),
    validTo: ago(2),
    reason: 'Cita médica',
    ...over,
  })

  it('carry a paper, excuse the absences of their days, and lists that are taken later', async () => {
    for (const day of [5, 4, 3]) await take(ago(day), { 0: day === 3 ? 'late' : 'absent' })
    const sample = { ...samples.pdf, fileName: 'incapacidad.pdf' }
    const ticket = await offerExcuseFile.run(secretary, factsOf(sample))
    await expect(createExcuse.run(secretary, excuse({ fileId: ticket.fileId }))).rejects.toMatchObject({
      details: { reason: 'attendance.refusal.file' },
    })
    await put(ticket, sample.bytes)
    expect(await confirmExcuseFile.run(secretary, { fileId: ticket.fileId })).toMatchObject({ accepted: true })
    const { id } = await createExcuse.run(secretary, excuse({ fileId: ticket.fileId }))
    expect((await openExcuseFile.run(coordinator, { excuseId: id })).contentType).toBe('application/pdf')
    const told = { schoolId: school.id, action: 'excuse.open', entityId: id, actorName: coordinator.actor.name }
    expect(await database().prisma.auditLog.count({ where: told })).toBe(1)

    const answer = await decideExcuse.run(coordinator, { excuseId: id, version: 1, decision: 'accepted' })
    expect(answer.excused).toBe(1)
    expect((await recordOf(ago(5), 0)).status).toBe('absent')
    expect(await recordOf(ago(4), 0)).toMatchObject({ status: 'excused', version: 2, changes: 1 })
    expect((await recordOf(ago(3), 0)).status).toBe('late')
    await take(ago(2))
    expect((await recordOf(ago(2), 0)).status).toBe('excused')
    const { items } = await listExcuses.run(coordinator, { status: 'accepted' })
    expect(items).toMatchObject([{ id, hasFile: true, excused: 2, student: child(0).name }])
  })

  it('are rejected with a reason only, by who decides only, once', async () => {
    const { id } = await createExcuse.run(teacher, excuse())
    const decision = { excuseId: id, version: 1, decision: 'rejected' }
    await expect(decideExcuse.run(coordinator, decision)).rejects.toMatchObject({ code: 'invalid' })
    await expect(decideExcuse.run(teacher, { ...decision, note: 'No' })).rejects.toMatchObject({ code: 'not_found' })
    await decideExcuse.run(coordinator, { ...decision, note: 'Sin soporte' })
    await expect(decideExcuse.run(coordinator, { ...decision, note: 'Otra vez' })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await listExcuses.run(secretary, {})).items).toMatchObject([{ status: 'rejected', note: 'Sin soporte' }])
  })

  it('of a student whom one does not see cannot be entered, seen or opened', async () => {
    const { id } = await createExcuse.run(secretary, excuse())
    const { userId } = await addUser({})
    await memberOf(school, userId, ['teacher'])
    const stranger = await contextOf(school, userId)
    await expect(createExcuse.run(stranger, excuse())).rejects.toMatchObject({ code: 'not_found' })
    expect((await listExcuses.run(stranger, {})).items).toEqual([])
    expect((await listExcuses.run(teacher, {})).items).toHaveLength(1)
    await expect(openExcuseFile.run(stranger, { excuseId: id })).rejects.toMatchObject({ code: 'not_found' })
    const foreign = await contextFor(await testSchool(), 'rector')
    await expect(createExcuse.run(foreign, excuse())).rejects.toMatchObject({ code: 'not_found' })
  })
})
