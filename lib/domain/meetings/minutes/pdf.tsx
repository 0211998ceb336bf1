import type { Content, Sheet, TableCell } from '@/lib/platform/pdf'
import { translator } from '@/lib/platform/translator'
import { formatDay } from '@/lib/shared/dates'
import { type GradeLevel, isGradeLevel } from '@/lib/shared/grades'
import {
  type FrameWords,
  grey,
  headOf,
  inkOf,
  type Look,
  line,
  runningHead,
  signatureBlock,
} from '../../papers/letterhead/rules'
import type { Letterhead } from '../../papers/letterhead/schema'
import { type PromotionChoice, promotionChoices } from '../rules'
import type { MeetingDecision, MeetingDetail } from '../schema'

/** Papers of a school are in Spanish, whoever prints them. */
export async function minutesWords() {
  const [t, grades] = await Promise.all([translator('es', 'meetings'), translator('es', 'grades')])
  return { t, grade: (level: string) => (isGradeLevel(level) ? grades(`label.${level as GradeLevel}`) : level) }
}
type Words = Awaited<ReturnType<typeof minutesWords>>

const legal =
  ({ t }: Words): FrameWords['legal'] =>
  ({ nit, dane, resolution, address, city, phone }) =>
    [
      [nit && t('pdf.nit', { value: nit }), dane && t('pdf.dane', { value: dane }), resolution],
      [address, city, phone],
    ]
      .map((parts) => parts.filter(Boolean).join(' · '))
      .filter(Boolean)

const heading = (text: string, look: Look): Content => ({
  text,
  bold: true,
  fontSize: 11,
  color: inkOf(look),
  margin: [0, 12, 0, 4],
})

const thin = {
  hLineWidth: (row: number) => (row === 1 ? 0.8 : 0.3),
  vLineWidth: () => 0,
  hLineColor: () => line,
  paddingTop: () => 3,
  paddingBottom: () => 3,
}

function factsTable(meeting: MeetingDetail, { t, grade }: Words): Content {
  const facts = [
    [t('pdf.year'), meeting.year.name],
    [t('pdf.about'), meeting.period?.name ?? t('yearEnd')],
    [t('pdf.grade'), meeting.gradeLevel ? grade(meeting.gradeLevel) : t('allGrades')],
    [t('pdf.date'), formatDay(meeting.heldOn, 'es', 'long')],
  ]
  const rows = facts.map(([term = '', value = '']): TableCell[] => [{ text: term, color: grey }, { text: value }])
  return { layout: 'noBorders', table: { widths: [120, '*'], body: rows }, margin: [0, 8, 0, 0] }
}

const decided = ({ kind, decision }: MeetingDecision, { t }: Words) =>
  kind === 'promotion' && promotionChoices.includes(decision as PromotionChoice)
    ? t(`promotion.${decision as PromotionChoice}`)
    : decision

function decisionsTable(items: MeetingDecision[], words: Words): Content {
  const { t } = words
  const heads = [t('pdf.student'), t('pdf.group'), t('pdf.kind'), t('pdf.decision'), t('pdf.reason')]
  return {
    layout: thin,
    fontSize: 8.5,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [130, 32, 62, '*', '*'],
      body: [
        heads.map((text) => ({ text, bold: true, fontSize: 8 })),
        ...items.map((item): TableCell[] => [
          { text: item.name },
          { text: item.groupCode ?? '' },
          { text: t(`kind.${item.kind}`) },
          { text: decided(item, words), bold: item.kind === 'promotion' },
          { text: item.reason, color: grey },
        ]),
      ],
    },
  }
}

function promotionText(items: MeetingDecision[], { t }: Words): string {
  const count = (choice: PromotionChoice) =>
    items.filter(({ kind, decision }) => kind === 'promotion' && decision === choice).length
  const total = promotionChoices.reduce((sum, choice) => sum + count(choice), 0)
  return t('pdf.promotionsText', {
    count: total,
    promoted: count('promoted'),
    notPromoted: count('not_promoted'),
    pending: count('pending'),
    early: count('early'),
  })
}

const inThrees = <T,>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / 3) }, (_, index) => list.slice(index * 3, index * 3 + 3))

export type Printed = { head: Letterhead; look: Look; number: string | null; hash: string }

/** The minutes of a meeting; without a number they are a draft. */
export function minutesSheet(meeting: MeetingDetail, { head, look, number, hash }: Printed, words: Words): Sheet {
  const { t } = words
  const { members, items, notes } = meeting
  const present = members.filter((member) => member.present)
  const absent = members.filter((member) => !member.present)
  const people = (list: typeof members): Content => ({ ul: list.map(({ name, role }) => `${name}, ${role}`) })
  const shown = number ?? t('pdf.draft')
  const content: Content[] = [
    headOf(head, look, { legal: legal(words) } as FrameWords),
    { text: t('pdf.title'), bold: true, fontSize: 14, alignment: 'center', margin: [0, 14, 0, 2] },
    { text: t('pdf.number', { number: shown }), alignment: 'center', bold: true },
    factsTable(meeting, words),
    heading(t('pdf.members'), look),
    people(present),
    ...(absent.length > 0 ? [heading(t('pdf.absentMembers'), look), people(absent)] : []),
    ...(notes ? [heading(t('pdf.notes'), look), { text: notes, alignment: 'justify' as const }] : []),
    ...(items.some(({ kind }) => kind === 'promotion')
      ? [heading(t('pdf.promotions'), look), { text: promotionText(items, words) }]
      : []),
    heading(t('pdf.decisions'), look),
    items.length > 0 ? decisionsTable(items, words) : { text: t('pdf.noDecisions') },
    { text: t('pdf.law'), fontSize: 7.5, color: grey, margin: [0, 10, 0, 0] },
    ...inThrees(present).map(signatureBlock),
  ]
  return {
    content,
    info: { title: `${t('pdf.title')} ${shown}` },
    ...(look.logo ? { images: { logo: look.logo } } : {}),
    ...(number ? {} : { watermark: { text: t('pdf.draft'), color: '#000000', opacity: 0.06 } }),
    header: runningHead(t('pdf.running', { number: shown })),
    footer: (page, pages) => ({
      margin: [40, 14, 40, 0],
      columns: [
        { text: t('pdf.hash', { hash }), fontSize: 6.5, color: grey },
        { text: t('pdf.page', { page, pages }), width: 90, alignment: 'right', fontSize: 8, color: grey },
      ],
    }),
  }
}
