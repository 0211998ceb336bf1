import type { Content, Sheet, TableCell } from '@/lib/platform/pdf'
import { translator } from '@/lib/platform/translator'
import { formatDay } from '@/lib/shared/dates'
import { decimal } from '@/lib/shared/decimal'
import { showScore } from '../../evaluation/scale/rules'
import { cardWords } from '../../report-cards/words/steps'
import {
  footOf,
  headOf,
  inkOf,
  type Look,
  line,
  margins,
  type Proof,
  runningHead,
  signatureBlock,
  signatureImages,
} from '../letterhead/rules'
import type { CertificateContent } from './schema'

type Marks = NonNullable<CertificateContent['marks']>
type Words = Awaited<ReturnType<typeof certificateWords>>

/** Papers of a school are in Spanish, whoever prints them. */
export async function certificateWords() {
  const [t, card] = await Promise.all([translator('es', 'papers'), cardWords()])
  return { t, card }
}

const belowText: [number, number, number, number] = [0, 0, 0, 10]
const paragraph = (text: string): Content => ({ text, alignment: 'justify', margin: belowText, fontSize: 11 })

const hoursOf = ({ subjects }: Marks['areas'][number]): string =>
  subjects.reduce((sum, { weeklyHours }) => sum.plus(weeklyHours), decimal(0)).toFixed()

function subjectRows({ areas, scale, display }: Marks, { card }: Words): TableCell[][] {
  const shown = (mark: Marks['areas'][number]['accumulated']) =>
    mark && display !== 'level' ? showScore(scale, mark.value) : ''
  const level = (mark: Marks['areas'][number]['accumulated']) => (mark ? card.level(mark.level) : '')
  return areas.flatMap((area): TableCell[][] => [
    [
      { text: area.name, bold: true },
      { text: card.number(hoursOf(area)), alignment: 'center', bold: true },
      { text: shown(area.accumulated), bold: true, alignment: 'center' },
      { text: level(area.accumulated), bold: true },
    ],
    ...area.subjects
      .filter(({ name }) => area.subjects.length > 1 || name !== area.name)
      .map((subject): TableCell[] => [
        { text: subject.name, margin: [8, 0, 0, 0] },
        { text: card.number(subject.weeklyHours), alignment: 'center' },
        { text: shown(subject.accumulated), alignment: 'center' },
        { text: level(subject.accumulated) },
      ]),
  ])
}

function levelRows({ areas, periods }: Marks, { card }: Words): TableCell[][] {
  return areas.map((area): TableCell[] => [
    { text: area.name },
    ...periods.map((_, index): TableCell => {
      const mark = area.marks[index]
      return { text: mark ? card.level(mark.level) : '', alignment: 'center' }
    }),
  ])
}

function marksTable(marks: Marks, words: Words, byPeriod: boolean): Content {
  const { t } = words
  const heads = byPeriod
    ? [t('pdf.subject'), ...marks.periods.map(({ name }) => name)]
    : [t('pdf.subject'), t('pdf.hours'), t('pdf.mark'), t('pdf.level')]
  return {
    margin: [0, 0, 0, 8],
    layout: { hLineWidth: () => 0.4, vLineWidth: () => 0, hLineColor: () => line },
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: byPeriod ? ['*', ...marks.periods.map(() => 70)] : ['*', 30, 40, 60],
      body: [
        heads.map((text, index) => ({
          text,
          bold: true,
          alignment: index === 0 ? ('left' as const) : ('center' as const),
        })),
        ...(byPeriod ? levelRows(marks, words) : subjectRows(marks, words)),
      ],
    },
  }
}

function body(content: CertificateContent, words: Words): Content[] {
  const { t, card } = words
  const { kind, enrollment, marks, attests, register } = content
  const place = card.place(enrollment.gradeLevel, enrollment.groupCode)
  const values = {
    ...content.student,
    place,
    shift: enrollment.shift ? t('pdf.shift', { shift: card.shift(enrollment.shift).toLowerCase() }) : '',
    year: enrollment.year,
    calendar: enrollment.calendar,
    from: formatDay(enrollment.startsOn, 'es', 'long'),
    to: formatDay(enrollment.endsOn, 'es', 'long'),
  }
  if (kind === 'enrollment_certificate')
    return [
      paragraph(t(enrollment.running ? 'pdf.is_enrollment_certificate' : 'pdf.was_enrollment_certificate', values)),
    ]
  if (kind === 'clearance')
    return [
      paragraph(t('pdf.clearance', values)),
      {
        ul: attests.map(({ subject, by }) => t('pdf.attested', { subject: t(`attest.${subject}`), by })),
        fontSize: 11,
        margin: belowText,
      },
    ]
  if (!marks) return []
  const periods = marks.periods.map(({ name }) => name).join(', ')
  return [
    paragraph(t(`pdf.${kind}`, values)),
    marksTable(marks, words, kind === 'performance_certificate'),
    ...(marks.complete ? [] : [paragraph(t('pdf.partial', { periods }))]),
    ...(marks.promotion
      ? [
          {
            text: card.promotion({ ...marks.promotion, status: marks.promotion.status as 'promoted', reason: null }),
            bold: true,
          },
        ]
      : []),
    ...(register ? [paragraph(t('pdf.register', register))] : []),
    ...(marks.assessment === 'numeric' ? [{ text: card.scale(marks.scale), fontSize: 8, margin: belowText }] : []),
  ]
}

/** A certificate on paper, out of what was frozen when it was issued. */
export function certificateSheet(content: CertificateContent, look: Look, proof: Proof, words: Words): Sheet {
  const { t, card } = words
  const { school, signers, note, replaces, addressee, issuedOn } = content
  const title = t(`kind.${content.kind}`)
  const signed = signatureImages(signers, look)
  const day = formatDay(issuedOn, 'es', 'long')
  const city = school.city
  const given = !city
    ? paragraph(day)
    : paragraph(addressee ? t('pdf.given', { city, day, addressee }) : t('pdf.givenPlain', { city, day }))
  return {
    info: { title: `${title} ${proof.number}`, author: school.name },
    pageMargins: [64, margins[1], 64, margins[3]],
    images: { qr: proof.qr, ...(look.logo ? { logo: look.logo } : {}), ...signed },
    header: runningHead(`${title} ${proof.number}`),
    footer: footOf(proof, card),
    content: [
      headOf(school, look, card),
      {
        text: title.toUpperCase(),
        bold: true,
        fontSize: 14,
        alignment: 'center',
        margin: [0, 24, 0, 2],
        color: inkOf(look),
      },
      { text: t('pdf.number', { number: proof.number }), alignment: 'center', margin: [0, 0, 0, 20] },
      paragraph(t('pdf.who', { signers: signers.length, school: school.name })),
      {
        text: t(signers.length > 1 ? 'pdf.certifyMany' : 'pdf.certify'),
        bold: true,
        alignment: 'center',
        fontSize: 12,
        margin: [0, 4, 0, 14],
      },
      ...body(content, words),
      ...(note ? [paragraph(t('pdf.note', { note }))] : []),
      ...(replaces ? [paragraph(t('pdf.replaces', { number: replaces }))] : []),
      given,
      signatureBlock(
        signers.map(({ name, role, position, picture }) => ({
          name,
          role: position ?? t(`role.${role}`),
          image: picture && signed[picture] ? picture : undefined,
        })),
      ),
    ],
  }
}
