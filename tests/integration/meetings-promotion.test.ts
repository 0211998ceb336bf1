import { beforeEach, describe, expect, it } from 'vitest'
import { createDecision, removeDecision, updateDecision } from '@/lib/domain/meetings/decisions/commands'
import { acceptProposals, decidePromotion } from '@/lib/domain/meetings/promotions/commands'
import { readMeeting } from '@/lib/domain/meetings/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { newId } from '../support/ids'
import { addMeeting, type MeetingSchool } from '../support/meeting'
import { meetingDay, studentsOf, wanted } from '../support/meeting-day'
import type { TestSchool } from '../support/school'

let school: TestSchool
let rector: SchoolContext
let coordinator: SchoolContext
let marked: MeetingSchool
let [good, weak, lost] = ['', '', '']

beforeEach(async () => {
  ;({ school, rector, coordinator, marked, good, weak, lost } = await meetingDay())
})

const students = (meetingId: string) => studentsOf(coordinator, meetingId, marked.group)

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
