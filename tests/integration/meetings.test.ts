import { beforeEach, describe, expect, it } from 'vitest'
import { createMeeting, holdMeeting, removeMeeting, updateMeeting } from '@/lib/domain/meetings/commands'
import { createDecision, removeDecision, updateDecision } from '@/lib/domain/meetings/decisions/commands'
import { saveMembers } from '@/lib/domain/meetings/members/commands'
import { listStaff } from '@/lib/domain/meetings/members/queries'
import { signMinutes } from '@/lib/domain/meetings/minutes/commands'
import { readMinutes } from '@/lib/domain/meetings/minutes/queries'
import { acceptProposals, decidePromotion } from '@/lib/domain/meetings/promotions/commands'
import { listMeetings, readMeeting } from '@/lib/domain/meetings/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { addMeeting, type MeetingSchool, markedGroup } from '../support/meeting'
import { meetingDay, studentsOf, wanted } from '../support/meeting-day'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let rector: SchoolContext
let coordinator: SchoolContext
let marked: MeetingSchool
let [good, weak] = ['', '']

beforeEach(async () => {
  ;({ school, rector, coordinator, marked, good, weak } = await meetingDay())
})

const students = (meetingId: string, ctx = coordinator) => studentsOf(ctx, meetingId, marked.group)

describe('a meeting', () => {
  it('is called for a period and a grade, and is found in its year', async () => {
    const { id } = await createMeeting.run(coordinator, {
      schoolYearId: school.yearId,
      periodId: school.periodIds[0],
      gradeLevel: '6',
      heldOn: '20/11/2026',
      notes: 'Orden del día',
    })
    const { items, grades } = await listMeetings.run(coordinator, {})
    expect(items).toMatchObject([
      { id, status: 'planned', gradeLevel: '6', heldOn: '2026-11-20', members: 0, decisions: 0 },
    ])
    expect(grades).toEqual(['6'])
    const meeting = await readMeeting.run(coordinator, { meetingId: id })
    expect(meeting).toMatchObject({ notes: 'Orden del día', groups: [{ code: '6-A', students: 3, promoted: 0 }] })
    const wrong = { schoolYearId: school.nextYearId, periodId: school.periodIds[0], heldOn: '2026-11-20' }
    await expect(createMeeting.run(coordinator, wrong)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('keeps who was there by the name and office of that day', async () => {
    const { id } = await addMeeting(school, coordinator)
    const { name, userId } = school.members.rector
    await database().prisma.user.update({ where: { id: userId }, data: { fullName: 'Otro Nombre' } })
    expect((await readMeeting.run(coordinator, { meetingId: id })).members).toEqual([
      { userId, name, role: 'Rectoría', present: true },
    ])
    const staff = (await listStaff.run(coordinator, {})).items.map(({ roles }) => roles.join())
    expect(staff.toSorted()).toEqual(['coordinator', 'rector', 'secretary', 'teacher'])
    const abroad = await testSchool()
    const members = [{ userId: abroad.members.rector.userId, name: 'Ajeno', role: 'Nadie', present: true }]
    await expect(saveMembers.run(coordinator, { meetingId: id, version: 2, members })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('does not end with nobody present, and is taken back only while it decided nothing', async () => {
    const empty = await createMeeting.run(coordinator, { schoolYearId: school.yearId, heldOn: '2026-11-20' })
    await expect(holdMeeting.run(coordinator, { meetingId: empty.id, version: 1 })).rejects.toMatchObject({
      code: 'not_allowed_now',
      details: { reason: 'meetings.refusal.nobodyPresent' },
    })
    await removeMeeting.run(coordinator, { meetingId: empty.id, version: 1 })
    const { id, version } = await addMeeting(school, coordinator)
    await createDecision.run(coordinator, {
      meetingId: id,
      enrollmentId: weak,
      kind: 'support',
      decision: 'Tutoría',
      reason: 'Pierde matemáticas',
    })
    await expect(removeMeeting.run(coordinator, { meetingId: id, version })).rejects.toMatchObject({
      code: 'not_allowed_now',
    })
  })

  it('says when somebody else changed it meanwhile', async () => {
    const { id, version } = await addMeeting(school, coordinator)
    await updateMeeting.run(rector, { meetingId: id, version, notes: 'Uno' })
    await expect(updateMeeting.run(coordinator, { meetingId: id, version, notes: 'Dos' })).rejects.toMatchObject({
      code: 'conflict',
      details: { current: { notes: 'Uno', version: version + 1 } },
    })
  })
})

describe('the minutes', () => {
  it('are a draft until the rector signs them; then they have a number, and nothing changes', async () => {
    const { id, version } = await addMeeting(school, coordinator)
    const made = await createDecision.run(coordinator, {
      meetingId: id,
      enrollmentId: weak,
      kind: 'recovery',
      decision: 'Nivelar matemáticas',
      reason: 'Un área perdida',
    })
    const draft = await readMinutes.run(coordinator, { meetingId: id })
    expect(draft.fileName).toBe('borrador-2026-11-20.pdf')
    expect(Buffer.from(draft.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    const held = await holdMeeting.run(coordinator, { meetingId: id, version })
    await expect(signMinutes.run(coordinator, { meetingId: id, version: held.version })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const signed = await signMinutes.run(rector, { meetingId: id, version: held.version })
    expect(signed.number).toMatch(/^AC-\d{4}-00001$/)
    expect((await readMinutes.run(coordinator, { meetingId: id })).fileName).toBe(`${signed.number}.pdf`)
    expect(await readMeeting.run(coordinator, { meetingId: id })).toMatchObject({
      status: 'signed',
      minutes: signed.number,
    })
    const refused = { code: 'not_allowed_now', details: { reason: 'meetings.refusal.signed' } }
    const late = [
      () => updateMeeting.run(rector, { meetingId: id, version: signed.version, notes: 'Tarde' }),
      () => saveMembers.run(rector, { meetingId: id, version: signed.version, members: [] }),
      () =>
        createDecision.run(rector, {
          meetingId: id,
          enrollmentId: weak,
          kind: 'other',
          decision: 'Tarde',
          reason: 'Tarde',
        }),
      () => updateDecision.run(rector, { decisionId: made.id, version: 1, decision: 'Tarde', reason: 'Tarde' }),
      () => removeDecision.run(rector, { decisionId: made.id, version: 1 }),
      () => decidePromotion.run(rector, wanted(id, good)),
      () => acceptProposals.run(rector, { meetingId: id, classGroupId: marked.group }),
      () => signMinutes.run(rector, { meetingId: id, version: signed.version }),
    ]
    for (const attempt of late) await expect(attempt()).rejects.toMatchObject(refused)
  })

  it('are not signed by two at once, nor before the meeting ended', async () => {
    const { id, version } = await addMeeting(school, coordinator)
    await expect(signMinutes.run(rector, { meetingId: id, version })).rejects.toMatchObject({
      details: { reason: 'meetings.refusal.notHeld' },
    })
    const held = await holdMeeting.run(coordinator, { meetingId: id, version })
    const sign = () => signMinutes.run(rector, { meetingId: id, version: held.version })
    const both = await Promise.allSettled([sign(), sign()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const counter = await database().prisma.counter.findFirst({
      where: { schoolId: school.id, scope: { startsWith: 'paper:AC-' } },
    })
    expect(counter?.value).toBe(1)
  })
})

describe('who may', () => {
  it('look: coordinator and rector; teachers and secretaries not', async () => {
    const { id } = await addMeeting(school, coordinator)
    for (const role of ['teacher', 'secretary', 'student', 'acudiente'] as const) {
      const ctx = await contextFor(school, role)
      for (const call of [
        () => listMeetings.run(ctx, {}),
        () => readMeeting.run(ctx, { meetingId: id }),
        () => createDecision.run(ctx, { meetingId: id, enrollmentId: good, kind: 'other', decision: 'x', reason: 'x' }),
      ])
        await expect(call()).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('reaches no other school, grade or year', async () => {
    const { id } = await addMeeting(school, coordinator)
    const abroad = await testSchool()
    const stranger = await contextFor(abroad, 'rector')
    const foreign = await markedGroup(abroad)
    for (const call of [
      () => readMeeting.run(stranger, { meetingId: id }),
      () => readMinutes.run(stranger, { meetingId: id }),
      () => students(id, stranger),
      () =>
        createDecision.run(coordinator, {
          meetingId: id,
          enrollmentId: foreign.ids[0]!,
          kind: 'other',
          decision: 'x',
          reason: 'x',
        }),
      () => decidePromotion.run(coordinator, wanted(id, foreign.ids[0]!)),
      () => acceptProposals.run(coordinator, { meetingId: id, classGroupId: foreign.group }),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'not_found' })
    const seventh = await addMeeting(school, coordinator, { gradeLevel: '7' })
    await expect(students(seventh.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(decidePromotion.run(coordinator, wanted(seventh.id, good))).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
