import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import type { CommandCall } from '@/lib/platform/operation'
import { renderPdf } from '@/lib/platform/pdf'
import { deleteObject } from '@/lib/platform/storage'
import { recompute } from '../evaluation/results/kept/steps'
import { lockCounter } from '../papers/counters/steps'
import { readLook } from '../papers/letterhead/queries'
import { contentHash, endPaper, issuePaper, keepFile, proofOf, type WrittenFile, writePdf } from '../papers/steps'
import { cardSheet } from './pdf'
import { type CardStatus, cardFileName, isStanding, nextEdition } from './rules'
import type { DraftCard } from './snapshot/queries'
import { cardSnapshot } from './snapshot/schema'
import { cardWords } from './words/steps'

type Call = Pick<CommandCall, 'db' | 'ctx' | 'audit'>
type Reading = { db: TenantClient; ctx: SchoolContext }

/**
 * Works out the marks of a student's courses in a period when there are none: closing has not come to them yet, or the
 * student took the courses later.
 */
export async function settleMarks(
  call: Parameters<typeof recompute>[0],
  { enrollmentId, periodId }: { enrollmentId: string; periodId: string | null },
): Promise<void> {
  if (!periodId) return
  const where = { enrollmentId, academicPeriodId: periodId }
  if (await call.db.courseResult.findFirst({ where, select: { id: true } })) return
  const seats = await call.db.courseEnrollment.findMany({ where: { enrollmentId }, select: { courseOfferingId: true } })
  const courseIds = seats.map(({ courseOfferingId }) => courseOfferingId)
  if (courseIds.length > 0) await recompute(call, { academicPeriodId: periodId, courseIds })
}

/**
 * Freezes a draft as the next edition for its student and period, with number, code and signature; a correction takes the
 * earlier one out of force and is published where that one was.
 * @throws AppError not_allowed_now when there is one already, or a correction has no reason or nothing to correct
 */
export async function freezeCard(
  call: Call,
  draft: DraftCard,
  of: { enrollmentId: string; periodId: string | null },
  correction: { reason: string } | null,
) {
  const { db, ctx, audit } = call
  const { kind } = draft.header
  // Cards of a kind are frozen one after another: two at once for a child would both be the first.
  await lockCounter(call, `cards:${kind}`)
  const where = { enrollmentId: of.enrollmentId, academicPeriodId: of.periodId, kind }
  const earlier = await db.reportCard.findMany({
    where,
    orderBy: { number: 'desc' },
    select: { id: true, number: true, status: true, issuedDocuments: { select: { id: true, status: true } } },
  })
  const verdict = nextEdition(
    earlier.map(({ number, status }) => ({ number, status: status as CardStatus })),
    correction,
  )
  if (!verdict.ok) throw new AppError('not_allowed_now', { reason: verdict.reason })
  const { edition } = verdict
  const before = earlier.find(({ status }) => isStanding(status as CardStatus))
  const published = before?.status === 'published'
  const snapshot = { header: { ...draft.header, edition }, items: draft.items }
  const sha256 = contentHash(snapshot)
  const { id } = await db.reportCard.create({
    data: {
      schoolId: ctx.schoolId,
      ...where,
      number: edition,
      header: JSON.parse(JSON.stringify(snapshot.header)) as object,
      items: JSON.parse(JSON.stringify(snapshot.items)) as object[],
      sha256,
      evaluationRulesId: draft.rulesId,
      status: published ? 'published' : 'issued',
      publishedAt: published ? new Date() : null,
      reason: correction?.reason ?? null,
      createdBy: userIdOf(ctx),
    },
    select: { id: true },
  })
  const paperBefore = before?.issuedDocuments.find(({ status }) => status === 'valid')
  const { school, student, year, period } = draft.header
  const paper = await issuePaper(call, {
    kind: kind === 'final' ? 'final_report' : 'report_card',
    content: { school, student, year, period, edition, reportCardId: id, snapshot: sha256 },
    studentId: draft.studentId,
    enrollmentId: of.enrollmentId,
    reportCardId: id,
    ...(paperBefore ? { replacesId: paperBefore.id } : {}),
    reason: correction?.reason ?? null,
  })
  if (before && correction) {
    await db.reportCard.updateMany({
      where: { id: before.id },
      data: { status: 'replaced', reason: correction.reason },
    })
    if (paperBefore) await endPaper(call, { id: paperBefore.id, to: 'replaced', reason: correction.reason })
  }
  audit({
    action: correction ? 'report_card.correct' : 'report_card.issue',
    entity: 'report_card',
    entityId: id,
    studentId: draft.studentId,
    after: { name: period?.name ?? year, edition, number: paper.shown },
    reason: correction?.reason ?? null,
  })
  return { id, edition, number: paper.shown, code: paper.code, published }
}

const printable = {
  id: true,
  header: true,
  items: true,
  fileId: true,
  file: { select: { objectKey: true, fileName: true, contentType: true, sha256: true } },
  issuedDocuments: { select: { id: true, series: true, number: true, code: true }, take: 1 },
} as const

/** A card with what printing it takes. @throws AppError not_found */
export async function readPrintable({ db }: Pick<Reading, 'db'>, where: object) {
  const card = await db.reportCard.findFirst({ where, select: printable })
  if (!card) throw new AppError('not_found')
  return card
}
export type Printable = Awaited<ReturnType<typeof readPrintable>>

export type WrittenCard = WrittenFile & { fileName: string }

/** Everything that is the same for all cards of a school: read once for a whole batch. */
export const readFrame = async ({ db }: Pick<Reading, 'db'>) => ({
  look: await readLook({ db }),
  words: await cardWords(),
})
export type Frame = Awaited<ReturnType<typeof readFrame>>

/**
 * Prints a frozen card into the object store, out of its snapshot alone.
 * @throws AppError internal with a reason of its own, so that one bad card does not stop the others
 */
export async function printCard(ctx: SchoolContext, card: Printable, frame: Frame): Promise<WrittenCard> {
  const snapshot = cardSnapshot.safeParse({ header: card.header, items: card.items })
  const paper = card.issuedDocuments[0]
  if (!snapshot.success || !paper) throw new AppError('internal', { reason: 'reportCards.refusal.unreadable' })
  const { header } = snapshot.data
  const proof = await proofOf(ctx.school.slug, paper)
  const sheet = cardSheet(snapshot.data, frame.look, proof, frame.words)
  let bytes: Uint8Array
  try {
    bytes = await renderPdf(sheet)
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown'
    log().error({ event: 'report_card.print', card: card.id, message })
    throw new AppError('internal', { reason: 'reportCards.refusal.notPrinted', cause: error })
  }
  const { listName } = header.student
  const { groupCode, edition, period } = header
  const fileName = cardFileName({ listName, groupCode, period: period?.number ?? null, edition })
  return { ...(await writePdf(ctx.schoolId, bytes)), fileName }
}

/** Makes a printed card known; when somebody else printed it first, theirs stays. */
export async function keepCard(call: Call, card: Printable, { fileName, ...file }: WrittenCard): Promise<void> {
  const paper = card.issuedDocuments[0]
  if (!paper) throw new AppError('internal', { reason: 'reportCards.refusal.unreadable' })
  const fileId = await keepFile(call, { id: paper.id, fileName, purpose: 'report_card' }, file)
  if (!fileId) return deleteObject(file.objectKey)
  await call.db.reportCard.updateMany({ where: { id: card.id }, data: { fileId } })
  call.audit({ action: 'report_card.print', entity: 'report_card', entityId: card.id })
}
