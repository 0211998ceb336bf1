import { beforeEach, describe, expect, test } from 'vitest'
import { retryJob } from '@/lib/domain/jobs/commands'
import { verifyPaper } from '@/lib/domain/papers/verification/queries'
import { openZip } from '@/lib/domain/report-cards/batch/commands'
import { cardOverview } from '@/lib/domain/report-cards/batch/queries'
import { issueGroups } from '@/lib/domain/report-cards/batch/start/commands'
import { annulCard, correctCard, issueCard, openCard } from '@/lib/domain/report-cards/commands'
import { publishCards } from '@/lib/domain/report-cards/publication/commands'
import { listCardsOfStudent, listOwnCards, readCard } from '@/lib/domain/report-cards/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor, contextOf, guardianContext, publicContext } from '../support/context'
import { addGuardian } from '../support/family'
import { linkIn, mailsOf } from '../support/outbox'
import { pageCount, pdfText } from '../support/pdf-text'
import { type GradedGroup, gradedGroup, setMark, setPeriodStatus } from '../support/report-cards'
import { type TestSchool, testSchool } from '../support/school'
import { runQueued } from '../support/worker'

let school: TestSchool
let rector: SchoolContext
let group: GradedGroup
let periodId: string

beforeEach(async () => {
  school = await testSchool()
  rector = await contextFor(school, 'rector')
  group = await gradedGroup(school)
  periodId = school.periodIds[0] as string
})

const first = () => group.students[0]!
const issue = (student = first()) => issueCard.run(rector, { enrollmentId: student.enrollmentId, periodId })
const fetched = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer())
const verified = async (code: string, slug = school.slug) =>
  verifyPaper.run(await publicContext(), { school: slug, code })

describe('issuing a report card', () => {
  test('freezes marks, area marks by hours, levels, teachers and hours', async () => {
    const { id } = await issue()
    const { snapshot } = await readCard.run(rector, { reportCardId: id })
    const [sciences, spanish] = snapshot.items
    // (4.0 × 4 + 3.1 × 2) / 6 = 3.7 by hand.
    expect(sciences).toMatchObject({
      accumulated: { value: '3.7', level: 'basic' },
      marks: [{ value: '3.7', level: 'basic' }],
    })
    expect(sciences?.subjects.map(({ weeklyHours, accumulated }) => [weeklyHours, accumulated?.value])).toEqual([
      ['4', '4'],
      ['2', '3.1'],
    ])
    expect(spanish?.accumulated).toEqual({ value: '2.9', level: 'low' })
    expect(spanish?.subjects[0]?.teacher).toBe(school.members.teacher.name)
    expect(snapshot.header).toMatchObject({ edition: 1, groupCode: '6-A', period: { number: 1 }, ranking: null })
    expect(snapshot.header.signers.map(({ role }) => role)).toEqual(['director', 'rector'])
  })

  test('waits for the period to be over, and happens once', async () => {
    await setPeriodStatus(school, periodId, 'open')
    await expect(issue()).rejects.toMatchObject({
      code: 'not_allowed_now',
      details: { reason: 'reportCards.refusal.periodOpen' },
    })
    await setPeriodStatus(school, periodId, 'closed')
    await issue()
    await expect(issue()).rejects.toMatchObject({ details: { reason: 'reportCards.refusal.alreadyIssued' } })
  })

  test('two at once for one student write one card', async () => {
    const answers = await Promise.allSettled([issue(), issue(), issue()])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database().prisma.reportCard.count({ where: { schoolId: school.id } })).toBe(1)
    expect(await database().prisma.issuedDocument.count({ where: { schoolId: school.id } })).toBe(1)
  })

  test('is not changed by marks that change later', async () => {
    const { id } = await issue()
    const before = await readCard.run(rector, { reportCardId: id })
    for (const course of group.courses)
      await setMark(school, {
        courseOfferingId: course.id,
        academicPeriodId: periodId,
        enrollmentId: first().enrollmentId,
        evaluationRulesId: group.rulesId,
        value: '5',
      })
    expect((await readCard.run(rector, { reportCardId: id })).snapshot).toEqual(before.snapshot)
  })

  test('prints a PDF with accents, page numbers, number and code', async () => {
    const { id, number, code } = await issue()
    const { url, fileName } = await openCard.run(rector, { reportCardId: id })
    const pdf = await fetched(url)
    const text = pdfText(pdf).replace(/ /g, '')
    expect(fileName).toMatch(/^boletin-6-A-.*-P1\.pdf$/)
    expect(pdf.length).toBeLessThan(60_000)
    expect(pageCount(pdf)).toBe(1)
    for (const words of ['Biología6-A', 'Página1de1', 'Básico', number, code.slice(0, 4)]) expect(text).toContain(words)
    const again = await openCard.run(rector, { reportCardId: id })
    expect(again.sha256).toBe(((await verified(code)) as { fileSha256: string }).fileSha256)
  })
})

describe('a correction', () => {
  test('keeps the earlier edition as replaced, and its page names the new one', async () => {
    const old = await issue()
    await setMark(school, {
      courseOfferingId: group.courses[2]!.id,
      academicPeriodId: periodId,
      enrollmentId: first().enrollmentId,
      evaluationRulesId: group.rulesId,
      value: '3.4',
    })
    await expect(correctCard.run(rector, { reportCardId: old.id, reason: '  ' })).rejects.toMatchObject({
      code: 'invalid',
    })
    const next = await correctCard.run(rector, { reportCardId: old.id, reason: 'Nota mal digitada' })
    expect(next.edition).toBe(2)
    const card = await readCard.run(rector, { reportCardId: next.id })
    expect(card.versions.map(({ edition, status }) => [edition, status])).toEqual([
      [2, 'issued'],
      [1, 'replaced'],
    ])
    expect(card.snapshot.items[1]?.accumulated?.value).toBe('3.4')
    expect((await readCard.run(rector, { reportCardId: old.id })).snapshot.items[1]?.accumulated?.value).toBe('2.9')
    expect(await verified(old.code)).toMatchObject({
      state: 'replaced',
      replacedBy: { number: next.number },
      signature: { holds: true },
    })
    expect(await verified(next.code)).toMatchObject({ state: 'valid', replacedBy: null })
  })

  test('of a published card is published, and its family is told again', async () => {
    await addGuardian(school, { of: [first().studentId] })
    const old = await issue()
    await publishCards.run(rector, { yearId: school.yearId, periodId })
    await runQueued()
    await correctCard.run(rector, { reportCardId: old.id, reason: 'Nota mal digitada' })
    await runQueued()
    const cards = await database().prisma.reportCard.findMany({
      where: { schoolId: school.id },
      orderBy: { number: 'asc' },
    })
    expect(cards.map(({ status }) => status)).toEqual(['replaced', 'published'])
    expect(await mailsOf(school, { template: 'report_cards' })).toHaveLength(2)
  })

  test('an annulled card says so', async () => {
    const { id, code } = await issue()
    await annulCard.run(rector, { reportCardId: id, reason: 'Se emitió por error' })
    expect(await verified(code)).toMatchObject({ state: 'annulled', replacedBy: null })
    await expect(annulCard.run(rector, { reportCardId: id, reason: 'Otra vez' })).rejects.toMatchObject({
      code: 'not_allowed_now',
    })
    expect((await issue()).edition).toBe(2)
  })
})

describe('a whole group', () => {
  test('goes on when one fails, and repeats only that one', async () => {
    const lost = group.students[1]!
    await database().prisma.courseEnrollment.deleteMany({
      where: { schoolId: school.id, enrollmentId: lost.enrollmentId },
    })
    await database().prisma.courseResult.deleteMany({ where: { schoolId: school.id, enrollmentId: lost.enrollmentId } })
    const { jobId, students } = await issueGroups.run(rector, { yearId: school.yearId, periodId })
    expect(students).toBe(2)
    await runQueued()
    const seen = await cardOverview.run(rector, { periodId })
    expect(seen.groups).toMatchObject([{ students: 2, issued: 1, missing: 1 }])
    expect(seen.job).toMatchObject({
      id: jobId,
      done: 1,
      failed: 1,
      failures: [{ label: lost.name, error: 'No tiene asignaturas en este periodo.' }],
    })
    const issued = await database().prisma.reportCard.findFirstOrThrow({ where: { schoolId: school.id } })
    for (const course of group.courses) {
      await database().prisma.courseEnrollment.create({
        data: {
          schoolId: school.id,
          courseOfferingId: course.id,
          enrollmentId: lost.enrollmentId,
          validFrom: new Date('2026-01-19'),
        },
      })
    }
    await retryJob.run(rector, { jobId })
    await runQueued()
    const mended = await cardOverview.run(rector, { periodId })
    expect(mended.job).toMatchObject({ done: 2, failed: 0, failures: [] })
    expect(
      await database().prisma.reportCard.findMany({
        where: { schoolId: school.id, enrollmentId: issued.enrollmentId },
      }),
    ).toEqual([issued])
    const zip = mended.groups[0]?.zip
    const bytes = Buffer.from(await fetched((await openZip.run(rector, { fileId: zip!.fileId })).url))
    expect(bytes.toString('latin1').match(/boletin-6-A-[\w-]+-P1\.pdf/g)?.length).toBe(4) // two entries, each named twice
  })

  test('numbers its cards without a gap', async () => {
    await issueGroups.run(rector, { yearId: school.yearId, periodId })
    await runQueued()
    const papers = await database().prisma.issuedDocument.findMany({
      where: { schoolId: school.id },
      orderBy: { number: 'asc' },
    })
    expect(papers.map(({ number }) => number)).toEqual([1, 2])
  })
})

describe('publishing', () => {
  test('mails each family a link to its own, and shows nobody else’s', async () => {
    const [mine, other] = [first(), group.students[1]!]
    const guardian = await addGuardian(school, { of: [mine.studentId] })
    const next = await addGuardian(school, { of: [other.studentId] })
    const [own, foreign] = [await issue(mine), await issue(other)]
    const family = await guardianContext(school, guardian.id)
    expect((await listOwnCards.run(family, {})).items).toEqual([])
    await expect(openCard.run(family, { reportCardId: own.id })).rejects.toMatchObject({ code: 'not_found' })
    const told = await publishCards.run(rector, { yearId: school.yearId, periodId })
    expect(told).toMatchObject({ cards: 2, families: 2 })
    await runQueued()
    expect((await listOwnCards.run(family, {})).items.map(({ id }) => id)).toEqual([own.id])
    expect(pageCount(await fetched((await openCard.run(family, { reportCardId: own.id })).url))).toBe(1)
    await expect(openCard.run(family, { reportCardId: foreign.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(readCard.run(family, { reportCardId: foreign.id })).rejects.toMatchObject({ code: 'not_found' })
    const [mail] = await mailsOf(school, { to: guardian.email!, template: 'report_cards' })
    expect(linkIn(mail)).toMatch(/\/f#[\w-]{65}$/)
    expect(await mailsOf(school, { to: next.email!, template: 'report_cards' })).toHaveLength(1)
    const period = await database().prisma.academicPeriod.findFirstOrThrow({
      where: { schoolId: school.id, id: periodId },
    })
    expect(period.status).toBe('published')
  })

  test('needs a closed period and something to publish', async () => {
    await expect(publishCards.run(rector, { yearId: school.yearId, periodId })).rejects.toMatchObject({
      details: { reason: 'reportCards.refusal.nothingToPublish' },
    })
    await issue()
    await setPeriodStatus(school, periodId, 'open')
    await expect(publishCards.run(rector, { yearId: school.yearId, periodId })).rejects.toMatchObject({
      details: { reason: 'reportCards.refusal.notPublished' },
    })
  })
})

describe('who sees a card', () => {
  test('coordinator all; a student and an acudiente with an account their own, published; the group’s director the group’s', async () => {
    const { id } = await issue()
    const { prisma } = database()
    await prisma.student.updateMany({
      where: { schoolId: school.id, id: first().studentId },
      data: { userId: school.members.student.userId },
    })
    await addGuardian(school, { of: [first().studentId], userId: school.members.acudiente.userId })
    const readers = await Promise.all(
      (['coordinator', 'teacher', 'student', 'acudiente'] as const).map((role) => contextFor(school, role)),
    )
    const sees = () =>
      Promise.all(
        readers.map((ctx) =>
          readCard.run(ctx, { reportCardId: id }).then(
            () => true,
            () => false,
          ),
        ),
      )
    expect(await sees()).toEqual([true, true, false, false])
    await publishCards.run(rector, { yearId: school.yearId, periodId })
    expect(await sees()).toEqual([true, true, true, true])
    expect((await listCardsOfStudent.run(readers[3]!, { studentId: first().studentId })).items).toHaveLength(1)
    expect((await listCardsOfStudent.run(readers[3]!, { studentId: group.students[1]!.studentId })).items).toEqual([])
    await prisma.classGroup.updateMany({ where: { schoolId: school.id }, data: { directorId: null } })
    expect(await sees()).toEqual([true, false, true, true])
  })

  test('another school’s rector finds nothing', async () => {
    const { id } = await issue()
    const elsewhere = await testSchool()
    const stranger = await contextOf(elsewhere, elsewhere.members.rector.userId)
    for (const work of [
      () => readCard.run(stranger, { reportCardId: id }),
      () => openCard.run(stranger, { reportCardId: id }),
      () => correctCard.run(stranger, { reportCardId: id, reason: 'No es mío' }),
      () => issueCard.run(stranger, { enrollmentId: first().enrollmentId, periodId }),
      () => publishCards.run(stranger, { yearId: school.yearId, periodId }),
    ])
      await expect(work()).rejects.toMatchObject({ code: 'not_found' })
  })
})
