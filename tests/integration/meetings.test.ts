import { beforeEach, describe, expect, it } from 'vitest'
import { createMeeting, holdMeeting, removeMeeting, updateMeeting } from '@/lib/domain/meetings/commands'
import { createDecision, removeDecision, updateDecision } from '@/lib/domain/meetings/decisions/commands'
import { saveMembers } from '@/lib/domain/meetings/members/commands'
import { listStaff } from '@/lib/domain/meetings/members/queries'
import { signMinutes } from '@/lib/domain/meetings/minutes/commands'
import { readMinutes } from '@/lib/domain/meetings/minutes/queries'
import { acceptProposals, decidePromotion } from '@/lib/domain/meetings/promotions/commands'
import { listMeetings, readMeeting } from '@/lib/domain/meetings/queries'
import { readMeetingStudents } from '@/lib/domain/meetings/students/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { newId } from '../support/ids'
import { addMeeting, type MeetingSchool, markedGroup } from '../support/meeting'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let rector: SchoolContext
let coordinator: SchoolContext
let marked: MeetingSchool
let [good, weak, lost] = ['', '', '']

beforeEach(async () => {
  school = await testSchool()
  ;[rector, coordinator] = await Promise.all([contextFor(school, 'rector'), contextFor(school, 'coordinator')])
  marked = await markedGroup(school)
  ;[good, weak, lost] = marked.ids as [string, string, string]
})

const students = async (meetingId: string, ctx = coordinator) =>
  (await readMeetingStudents.run(ctx, { meetingId, classGroupId: marked.group })).students

/** What a decision about promotion says beside its student. */
const wanted = (meetingId: string, enrollmentId: string, over: object = {}) => ({
  meetingId,
  enrollmentId,
  version: null,
  status: 'promoted',
  ...over,
})

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

describe('student by student', () => {
  it('shows marks by area, what is failed, and what the criteria propose', async () => {
    const { id } = await addMeeting(school, coordinator)
    const [first, second, third] = await students(id)
    expect([first, second, third].map((one) => one?.failed)).toEqual([[], ['Matemáticas'], marked.areas])
    expect([first, second, third].map((one) => one?.proposal.status)).toEqual(['promoted', 'pending', 'not_promoted'])
    expect(second?.areas.map(({ name, marks, year }) => [name, marks[0]?.value, year?.value])).toEqual([
      ['Ciencias', '3', '3'],
      ['Lenguaje', '3.5', '3.5'],
      ['Matemáticas', '2.5', '2.5'],
    ])
    expect(third?.proposal.told.join(' ')).toContain('Ciencias')
  })

  it('brings along recoveries, observations and what an earlier meeting said', async () => {
    const { prisma } = database()
    const earlier = await addMeeting(school, coordinator, { periodId: school.periodIds[0]! })
    await createDecision.run(coordinator, {
      meetingId: earlier.id,
      enrollmentId: weak,
      kind: 'warning',
      decision: 'Compromiso académico',
      reason: 'Bajo en matemáticas',
    })
    const course = await prisma.courseOffering.findFirstOrThrow({
      where: { schoolId: school.id, classGroupId: marked.group, subject: { name: 'Matemáticas' } },
    })
    const of = { schoolId: school.id, id: newId(), enrollmentId: weak, academicPeriodId: school.periodIds[0]! }
    await prisma.recovery.create({
      data: { ...of, courseOfferingId: course.id, originalValue: '2.5', status: 'planned' },
    })
    await prisma.periodObservation.create({ data: { ...of, id: newId(), text: 'Participa mucho' } })
    const { id } = await addMeeting(school, coordinator)
    const seen = (await students(id))[1]
    expect(seen).toMatchObject({
      recoveries: [{ subject: 'Matemáticas', original: '2.5', score: null, status: 'planned' }],
      observations: [{ text: 'Participa mucho' }],
      decisions: [{ kind: 'warning', decision: 'Compromiso académico', here: false }],
    })
  })

  it('changes and takes back decisions, by the version that was seen', async () => {
    const { id } = await addMeeting(school, coordinator)
    const words = { decision: 'Tutoría', reason: 'Pierde matemáticas' }
    const made = await createDecision.run(coordinator, { meetingId: id, enrollmentId: weak, kind: 'support', ...words })
    const change = { decisionId: made.id, version: 1, reason: 'Lo pidió la familia' }
    await updateDecision.run(rector, { ...change, decision: 'Tutoría dos veces por semana' })
    await expect(updateDecision.run(coordinator, { ...change, decision: 'Nada' })).rejects.toMatchObject({
      code: 'conflict',
      details: { current: { decision: 'Tutoría dos veces por semana', version: 2 } },
    })
    await expect(removeDecision.run(coordinator, { decisionId: made.id, version: 1 })).rejects.toMatchObject({
      code: 'conflict',
    })
    await removeDecision.run(coordinator, { decisionId: made.id, version: 2 })
    expect((await readMeeting.run(coordinator, { meetingId: id })).items).toEqual([])
  })
})

describe('promotion', () => {
  it('follows the proposal without more words, and differs from it only with a reason', async () => {
    const { id } = await addMeeting(school, coordinator)
    const accepted = await decidePromotion.run(coordinator, wanted(id, good))
    expect(accepted).toEqual({ enrollmentId: good, version: 1, status: 'promoted', promotedTo: '7', reason: null })
    await expect(decidePromotion.run(coordinator, wanted(id, lost))).rejects.toMatchObject({
      code: 'not_allowed_now',
      details: { reason: 'meetings.refusal.reasonRequired', field: 'reason' },
    })
    const reason = 'Superó las tres áreas en la habilitación final'
    expect(await decidePromotion.run(coordinator, wanted(id, lost, { reason }))).toMatchObject({
      status: 'promoted',
      promotedTo: '7',
    })
    const row = await database().prisma.promotion.findFirstOrThrow({
      where: { schoolId: school.id, enrollmentId: lost },
    })
    expect(row).toMatchObject({
      status: 'promoted',
      failedAreas: 3,
      reason,
      meetingId: id,
      trace: { proposal: { status: 'not_promoted', because: 'failed' } },
    })
    const { items } = await readMeeting.run(coordinator, { meetingId: id })
    expect(items.map(({ kind, decision }) => `${kind} ${decision}`)).toEqual([
      'promotion promoted',
      'promotion promoted',
    ])
    expect(items.find(({ enrollmentId }) => enrollmentId === lost)?.reason).toBe(reason)
    expect(items.find(({ enrollmentId }) => enrollmentId === good)?.reason.length).toBeGreaterThan(10)
  })

  it('keeps one outcome when two people decide at once', async () => {
    const { id } = await addMeeting(school, coordinator)
    const both = await Promise.allSettled([
      decidePromotion.run(coordinator, wanted(id, weak, { status: 'pending' })),
      decidePromotion.run(rector, wanted(id, weak, { status: 'not_promoted', reason: 'Faltó a todo' })),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((one) => one.status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ code: 'conflict', details: { current: { version: 1 } } })
    const [kept] = await database().prisma.promotion.findMany({ where: { schoolId: school.id, enrollmentId: weak } })
    const again = wanted(id, weak, { version: 1, status: 'not_promoted', reason: 'Visto otra vez' })
    expect(await decidePromotion.run(rector, again)).toMatchObject({ version: 2 })
    expect(kept?.version).toBe(1)
    expect((await readMeeting.run(rector, { meetingId: id })).items).toHaveLength(1)
  })

  it('goes ahead of time only with the family, and in the meeting of a period nothing else', async () => {
    const { id } = await addMeeting(school, coordinator, { periodId: school.periodIds[0]! })
    await expect(decidePromotion.run(coordinator, wanted(id, good))).rejects.toMatchObject({
      details: { reason: 'meetings.refusal.notYearEnd' },
    })
    const early = wanted(id, good, { status: 'early', reason: 'Desempeño superior en el primer periodo' })
    await expect(decidePromotion.run(coordinator, early)).rejects.toMatchObject({
      details: { reason: 'meetings.refusal.consentRequired' },
    })
    expect(await decidePromotion.run(coordinator, { ...early, familyConsent: true })).toMatchObject({
      status: 'early',
      promotedTo: '7',
    })
  })

  it('is written for all who pass at once, and leaves the others to the meeting', async () => {
    const { id } = await addMeeting(school, coordinator)
    const all = { meetingId: id, classGroupId: marked.group }
    expect(await acceptProposals.run(coordinator, all)).toEqual({ count: 1 })
    expect(await acceptProposals.run(coordinator, all)).toEqual({ count: 0 })
    expect((await students(id)).map(({ promotion }) => promotion?.status ?? null)).toEqual(['promoted', null, null])
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
