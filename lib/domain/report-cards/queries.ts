import { AppError } from '@/lib/platform/errors'
import { nothing, query } from '@/lib/platform/operation'
import { showNumber } from '../papers/rules'
import { verifyAddress } from '../papers/steps'
import { haveCards, ownCards, readCards, visibleCards } from './policy'
import type { CardStatus } from './rules'
import { type CardRow, cardDetail, cardIdInput, cardList, cardsOfStudentInput } from './schema'
import type { CardKind } from './snapshot/schema'
import { cardSnapshot } from './snapshot/schema'

/** A card as it was frozen, with its other editions. @throws AppError not_found, also for one that this person may not see */
export const readCard = query({
  name: 'reportCards.read',
  permission: readCards,
  input: cardIdInput,
  output: cardDetail,
  run: async ({ db, ctx, input: { reportCardId } }) => {
    const card = await db.reportCard.findFirst({
      where: { AND: [{ id: reportCardId }, visibleCards(ctx)] },
      select: {
        id: true,
        kind: true,
        status: true,
        reason: true,
        publishedAt: true,
        enrollmentId: true,
        academicPeriodId: true,
        header: true,
        items: true,
        enrollment: { select: { studentId: true } },
        issuedDocuments: { take: 1, select: { id: true, series: true, number: true, code: true } },
      },
    })
    if (!card) throw new AppError('not_found')
    const versions = await db.reportCard.findMany({
      where: {
        AND: [
          { enrollmentId: card.enrollmentId, academicPeriodId: card.academicPeriodId, kind: card.kind },
          visibleCards(ctx),
        ],
      },
      orderBy: { number: 'desc' },
      select: {
        id: true,
        number: true,
        status: true,
        reason: true,
        createdAt: true,
        creator: { select: { fullName: true } },
        issuedDocuments: { take: 1, select: { series: true, number: true } },
      },
    })
    const snapshot = cardSnapshot.safeParse({ header: card.header, items: card.items })
    if (!snapshot.success) throw new AppError('internal', { reason: 'reportCards.refusal.unreadable' })
    const paper = card.issuedDocuments[0]
    return {
      id: card.id,
      kind: card.kind as CardKind,
      status: card.status as CardStatus,
      reason: card.reason,
      publishedAt: card.publishedAt?.toISOString() ?? null,
      studentId: card.enrollment.studentId,
      enrollmentId: card.enrollmentId,
      periodId: card.academicPeriodId,
      paper: paper
        ? {
            id: paper.id,
            number: showNumber(paper.series, paper.number),
            code: paper.code,
            verifyUrl: verifyAddress(ctx.school.slug, paper.code),
          }
        : null,
      snapshot: snapshot.data,
      versions: versions.map(({ issuedDocuments: [own], creator, number, createdAt, ...version }) => ({
        ...version,
        status: version.status as CardStatus,
        edition: number,
        number: own ? showNumber(own.series, own.number) : null,
        createdAt: createdAt.toISOString(),
        createdBy: creator?.fullName ?? null,
      })),
    }
  },
})

const rowColumns = {
  id: true,
  kind: true,
  status: true,
  number: true,
  publishedAt: true,
  academicPeriod: { select: { name: true } },
  enrollment: {
    select: { studentId: true, schoolYear: { select: { name: true } }, student: { select: { fullName: true } } },
  },
} as const

type Stored = {
  id: string
  kind: string
  status: string
  number: number
  publishedAt: Date | null
  academicPeriod: { name: string } | null
  enrollment: { studentId: string; schoolYear: { name: string }; student: { fullName: string } }
}

const toRow = ({ number, publishedAt, academicPeriod, enrollment, ...card }: Stored): CardRow => ({
  id: card.id,
  kind: card.kind as CardKind,
  status: card.status as CardStatus,
  edition: number,
  studentId: enrollment.studentId,
  studentName: enrollment.student.fullName,
  yearName: enrollment.schoolYear.name,
  periodName: academicPeriod?.name ?? null,
  publishedAt: publishedAt?.toISOString() ?? null,
})

/** The published cards of a student's own, or of a guardian's children, newest first: for an account, and for a family link. */
export const listOwnCards = query({
  name: 'reportCards.own',
  permission: haveCards,
  input: nothing,
  output: cardList,
  run: async ({ db, ctx }) => {
    const rows = await db.reportCard.findMany({
      where: ownCards(ctx),
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: 200,
      select: rowColumns,
    })
    return { items: rows.map(toRow) }
  },
})

/** The cards of one student that this person may see, newest first: none of a student who is not there, or not this person's. */
export const listCardsOfStudent = query({
  name: 'reportCards.ofStudent',
  permission: readCards,
  input: cardsOfStudentInput,
  output: cardList,
  run: async ({ db, ctx, input: { studentId } }) => {
    const rows = await db.reportCard.findMany({
      where: { AND: [{ enrollment: { studentId } }, visibleCards(ctx)] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 200,
      select: rowColumns,
    })
    return { items: rows.map(toRow) }
  },
})
