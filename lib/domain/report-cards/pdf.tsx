import type { Content, Sheet, TableCell } from '@/lib/platform/pdf'
import { formatDay } from '@/lib/shared/dates'
import { showScore } from '../evaluation/scale/rules'
import {
  footOf,
  grey,
  headOf,
  inkOf,
  type Look,
  line,
  margins,
  type Proof,
  runningHead,
  signatureBlock,
  signatureImages,
} from '../papers/letterhead/rules'
import type { CardArea, CardHeader, CardMark, CardSnapshot, CardSubject } from './snapshot/schema'
import type { CardWords } from './words/steps'

type Printed = { header: CardHeader; words: CardWords; signed: Record<string, string> }

const shown = ({ header, words }: Printed, mark: CardMark): string => {
  if (!mark) return ''
  const level = words.level(mark.level)
  return header.display === 'level' ? level.slice(0, 2).toUpperCase() : showScore(header.scale, mark.value)
}

const isLow = (mark: CardMark) => mark?.level === 'low'

const markCell = (card: Printed, mark: CardMark, bold: boolean) => ({
  text: shown(card, mark),
  alignment: 'center' as const,
  bold: bold || isLow(mark),
  // Never by colour alone: a failed mark is bold and underlined in print.
  ...(isLow(mark) ? { decoration: 'underline' as const } : {}),
})

const small = (text: string): Content => ({ text, fontSize: 7.5, color: grey })
const sum = (areas: CardArea['subjects'], kind: 'justified' | 'unjustified') =>
  areas.reduce((total, { absences }) => total + absences[kind], 0)
const count = (value: number) => ({ text: value === 0 ? '' : String(value), alignment: 'center' as const })

function subjectText({ words, header }: Printed, subject: CardSubject): Content[] {
  const { achievements, comments, recovered } = subject
  return [
    ...(recovered
      ? [small(words.recovered(showScore(header.scale, recovered.original), showScore(header.scale, recovered.final)))]
      : []),
    ...(achievements.length > 0
      ? [{ ul: achievements, fontSize: 7.5, margin: [4, 1, 0, 0] as [number, number, number, number] }]
      : []),
    ...comments.map(
      ({ kind, text }): Content => ({
        fontSize: 7.5,
        text: [{ text: `${words.comment(kind)}: `, bold: true }, text],
      }),
    ),
  ]
}

function rowsOf(card: Printed, area: CardArea): TableCell[][] {
  const { words } = card
  const fill = { fillColor: '#f0f2f5' }
  const head: TableCell[] = [
    { text: area.name, bold: true, ...fill },
    { text: '', ...fill },
    ...area.marks.map((mark) => ({ ...markCell(card, mark, true), ...fill })),
    { ...markCell(card, area.accumulated, true), ...fill },
    { text: area.accumulated ? words.level(area.accumulated.level) : '', bold: true, ...fill },
    { ...count(sum(area.subjects, 'justified')), ...fill },
    { ...count(sum(area.subjects, 'unjustified')), ...fill },
  ]
  const subjects = area.subjects.flatMap((subject): TableCell[][] => {
    const text = subjectText(card, subject)
    const row: TableCell[] = [
      { stack: [{ text: subject.name }, ...(subject.teacher ? [small(subject.teacher)] : [])], margin: [6, 0, 0, 0] },
      { text: words.number(subject.weeklyHours), alignment: 'center' },
      ...subject.marks.map((mark) => markCell(card, mark, false)),
      markCell(card, subject.accumulated, false),
      { text: subject.accumulated ? words.level(subject.accumulated.level) : '' },
      count(subject.absences.justified),
      count(subject.absences.unjustified),
    ]
    if (text.length === 0) return [row]
    return [row, [{ stack: text, colSpan: row.length, margin: [6, 0, 0, 2] }, ...row.slice(1).map(() => '')]]
  })
  return [head, ...subjects]
}

const thin = {
  hLineWidth: (row: number) => (row === 1 ? 0.8 : 0.3),
  vLineWidth: () => 0,
  hLineColor: () => line,
  paddingTop: () => 2,
  paddingBottom: () => 2,
}

function marksTable(card: Printed, items: CardArea[]): Content {
  const { header, words } = card
  const heads = [
    words.subject,
    words.hours,
    ...header.periods.map(({ number }) => words.period(number)),
    header.kind === 'final' ? words.definitive : words.accumulated,
    words.levelHead,
    words.justified,
    words.unjustified,
  ]
  return {
    layout: thin,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 22, ...header.periods.map(() => 25), 30, 50, 16, 16],
      body: [
        heads.map((text, index) => ({ text, bold: true, fontSize: 8, alignment: index === 0 ? 'left' : 'center' })),
        ...items.flatMap((area) => rowsOf(card, area)),
      ],
    },
  }
}

/** Preschool: each dimension in words, without numbers (Decreto 2247 de 1997, art. 14). */
function dimensions(card: Printed, items: CardArea[], look: Look): Content {
  return items.flatMap((area) =>
    area.subjects.map(
      (subject): Content => ({
        margin: [0, 0, 0, 8],
        stack: [
          {
            text: subject.name === area.name ? area.name : `${area.name} · ${subject.name}`,
            bold: true,
            fontSize: 10.5,
            color: inkOf(look),
          },
          ...(subject.teacher ? [small(subject.teacher)] : []),
          ...subjectText(card, subject).map((text): Content => ({ stack: [text], fontSize: 9, margin: [0, 2, 0, 0] })),
        ],
      }),
    ),
  )
}

function identity({ header, words }: Printed): Content {
  const pair = (label: string, value: string | null): Content[] =>
    value
      ? [
          {
            text: [
              { text: `${label}: `, color: grey },
              { text: value, bold: true },
            ],
          },
        ]
      : []
  const left = [...pair(words.student, header.student.listName), ...pair(words.document, header.student.document)]
  const right = [
    ...pair(words.grade, words.place(header.gradeLevel, header.groupCode)),
    ...pair(words.shiftHead, header.shift && words.shift(header.shift)),
  ]
  const last = [...pair(words.director, header.director), ...pair(words.date, formatDay(header.issuedOn, 'es', 'long'))]
  return {
    margin: [0, 6, 0, 8],
    columnGap: 10,
    fontSize: 8.5,
    columns: [left, right, last].map((stack) => ({ stack })),
  }
}

function closing(card: Printed): Content[] {
  const { signed } = card
  const { header, words } = card
  const said = (label: string, text: string): Content => ({
    margin: [0, 6, 0, 0],
    text: [{ text: `${label}: `, bold: true }, text],
  })
  const { promotion, ranking, observation } = header
  return [
    said(words.absences, words.absenceText(header.absences)),
    ...(ranking
      ? [{ text: words.ranking(ranking), bold: true, margin: [0, 6, 0, 0] as [number, number, number, number] }]
      : []),
    ...(observation ? [said(words.observation, observation)] : []),
    ...(promotion
      ? [
          {
            unbreakable: true,
            margin: [0, 10, 0, 0] as [number, number, number, number],
            stack: [
              { text: words.promotion(promotion), bold: true, fontSize: 12, alignment: 'center' as const },
              ...(promotion.reason ? [{ text: promotion.reason, alignment: 'center' as const }] : []),
            ],
          },
        ]
      : []),
    signatureBlock(
      header.signers.map(({ name, role, position, picture }) => ({
        name,
        role: position ?? words.role(role),
        image: picture && signed[picture] ? picture : undefined,
      })),
    ),
    {
      margin: [0, 12, 0, 0],
      fontSize: 7,
      color: grey,
      text:
        header.assessment === 'numeric'
          ? [words.scale(header.scale), words.legend, words.law].join(' ')
          : words.lawWords,
    },
  ]
}

/** A report card on paper, out of its snapshot alone. */
export function cardSheet({ header, items }: CardSnapshot, look: Look, proof: Proof, words: CardWords): Sheet {
  const card = { header, words, signed: signatureImages(header.signers, look) }
  const title = words.title(header)
  return {
    info: { title: `${title} · ${header.student.name}`, author: header.school.name },
    pageMargins: margins,
    images: { qr: proof.qr, ...(look.logo ? { logo: look.logo } : {}), ...card.signed },
    header: runningHead(words.running(header.student.listName, title)),
    footer: footOf(proof, words),
    content: [
      headOf(header.school, look, words),
      { text: title, bold: true, fontSize: 11, alignment: 'center', margin: [0, 8, 0, 0], color: inkOf(look) },
      ...(header.edition > 1
        ? [{ text: words.edition(header.edition), alignment: 'center' as const, fontSize: 8 }]
        : []),
      identity(card),
      header.assessment === 'numeric' ? marksTable(card, items) : dimensions(card, items, look),
      ...closing(card),
    ],
  }
}
