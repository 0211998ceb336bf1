import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { issueCards } from '../policy'
import { tellFamilies } from '../telling/steps'
import { publishCardsInput, publishedCards } from './schema'
import { publishPeriod } from './steps'

/**
 * Shows the issued cards of a period (or the final reports of a year) to their families, and mails them a link. What was
 * issued since the last time is published by calling it again.
 * @throws AppError not_found; not_allowed_now while the period is open, or when nothing is issued
 */
export const publishCards = command({
  name: 'reportCards.publish',
  permission: issueCards,
  input: publishCardsInput,
  output: publishedCards,
  run: async (call) => {
    const { db, input, audit } = call
    const { yearId, periodId } = input
    const year = await db.schoolYear.findFirst({ where: { id: yearId }, select: { name: true } })
    const period = periodId
      ? await db.academicPeriod.findFirst({ where: { id: periodId, schoolYearId: yearId }, select: { name: true } })
      : null
    if (!year || (periodId && !period)) throw new AppError('not_found')
    const where = {
      status: 'issued',
      kind: periodId ? 'period' : 'final',
      academicPeriodId: periodId ?? null,
      enrollment: { schoolYearId: yearId },
    }
    if (periodId) await publishPeriod(call, periodId)
    const cards = await db.reportCard.findMany({
      where,
      select: { id: true, enrollment: { select: { studentId: true } } },
    })
    if (cards.length === 0) throw new AppError('not_allowed_now', { reason: 'reportCards.refusal.nothingToPublish' })
    await db.reportCard.updateMany({
      where: { id: { in: cards.map(({ id }) => id) }, status: 'issued' },
      data: { status: 'published', publishedAt: new Date() },
    })
    const students = cards.map(({ enrollment }) => enrollment.studentId)
    const told = await tellFamilies(call, students, { year: year.name, period })
    audit({
      action: 'report_card.publish',
      entity: periodId ? 'period' : 'year',
      entityId: periodId ?? yearId,
      after: { name: period?.name ?? year.name, count: cards.length },
    })
    return { cards: cards.length, families: told?.families ?? 0, jobId: told?.jobId ?? null }
  },
})
