import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { signView } from '@/lib/platform/storage'
import { endPaper } from '../papers/steps'
import { issueCards, readCards, visibleCards } from './policy'
import { type CardStatus, isStanding } from './rules'
import { cardFile, cardIdInput, correctCardInput, issueCardInput, issuedCard } from './schema'
import { draftCard } from './snapshot/queries'
import { freezeCard, keepCard, printCard, readFrame, readPrintable, settleMarks } from './steps'
import { tellFamilies } from './telling/steps'

/**
 * Writes down a student's report card of a period that is over, or the final report of the year without a period.
 * @throws AppError not_found; not_allowed_now while the period is open, or when there is one already
 */
export const issueCard = command({
  name: 'reportCards.issue',
  permission: issueCards,
  input: issueCardInput,
  output: issuedCard,
  run: async (call) => {
    const { enrollmentId, periodId = null, ranking } = call.input
    const of = { enrollmentId, periodId }
    await settleMarks(call, of)
    return freezeCard(call, await draftCard(call, { ...of, ranking }), of, null)
  },
})

/** A new edition with the marks as they stand now; the earlier one is kept, and its page says that it was replaced. */
export const correctCard = command({
  name: 'reportCards.correct',
  permission: issueCards,
  input: correctCardInput,
  output: issuedCard,
  run: async (call) => {
    const { reportCardId, reason } = call.input
    const before = await call.db.reportCard.findFirst({
      where: { id: reportCardId },
      select: { enrollmentId: true, academicPeriodId: true, header: true },
    })
    if (!before) throw new AppError('not_found')
    const of = { enrollmentId: before.enrollmentId, periodId: before.academicPeriodId }
    const ranking = (before.header as { ranking?: unknown }).ranking != null
    await settleMarks(call, of)
    const draft = await draftCard(call, { ...of, ranking })
    const card = await freezeCard(call, draft, of, { reason })
    if (card.published) await tellFamilies(call, [draft.studentId], draft.header)
    return card
  },
})

/** Takes a card out of force without another in its place. */
export const annulCard = command({
  name: 'reportCards.annul',
  permission: issueCards,
  input: correctCardInput,
  output: done,
  run: async (call) => {
    const { reportCardId, reason } = call.input
    const card = await call.db.reportCard.findFirst({
      where: { id: reportCardId },
      select: { status: true, issuedDocuments: { where: { status: 'valid' }, select: { id: true } } },
    })
    if (!card) throw new AppError('not_found')
    if (!isStanding(card.status as CardStatus))
      throw new AppError('not_allowed_now', { reason: 'papers.refusal.notValid' })
    const { count } = await call.db.reportCard.updateMany({
      where: { id: reportCardId, status: card.status },
      data: { status: 'annulled', reason },
    })
    if (count === 0) throw new AppError('conflict')
    for (const { id } of card.issuedDocuments) await endPaper(call, { id, to: 'annulled', reason })
    call.audit({ action: 'report_card.annul', entity: 'report_card', entityId: reportCardId, reason })
    return { ok: true as const }
  },
})

/**
 * Where the PDF can be looked at for a minute; printed when nobody has yet. A command, because the first opening keeps the
 * file with its hash.
 */
export const openCard = command({
  name: 'reportCards.open',
  permission: readCards,
  input: cardIdInput,
  output: cardFile,
  prepare: async ({ db, ctx, input: { reportCardId } }) => {
    const card = await readPrintable({ db }, { AND: [{ id: reportCardId }, visibleCards(ctx)] })
    return { card, written: card.file ? null : await printCard(ctx, card, await readFrame({ db })) }
  },
  run: async (call) => {
    const { card, written } = call.prepared
    if (written) await keepCard(call, card, written)
    const { file } = await readPrintable(call, { id: card.id })
    if (!file) throw new AppError('unavailable')
    return { url: await signView(file.objectKey, file), fileName: file.fileName, sha256: file.sha256 }
  },
})
