import { translator } from '@/lib/platform/translator'
import { decimal } from '@/lib/shared/decimal'
import { type GradeLevel, isGradeLevel } from '@/lib/shared/grades'
import { isShift } from '../../enrollments/rules'
import { showScore } from '../../evaluation/scale/rules'
import type { NationalLevel } from '../../evaluation/schema'
import type { FrameWords } from '../../papers/letterhead/rules'
import type { Signer } from '../../papers/letterhead/schema'
import type { AbsenceCount, CardHeader, CardScale } from '../snapshot/schema'

const any = ({ justified, unjustified, late }: AbsenceCount) => justified + unjustified + late > 0

async function readWords() {
  const [t, grades, enrollments] = await Promise.all([
    translator('es', 'reportCards'),
    translator('es', 'grades'),
    translator('es', 'enrollments'),
  ])
  const gradeName = (level: string) => (isGradeLevel(level) ? grades(`label.${level as GradeLevel}`) : level)
  const frame: FrameWords = {
    page: (page, pages) => t('pdf.page', { page, pages }),
    verify: (address) => t('pdf.verify', { address }),
    code: t('pdf.code'),
    legal: ({ nit, dane, resolution, address, city, phone }) =>
      [
        [nit && t('pdf.nit', { value: nit }), dane && t('pdf.dane', { value: dane }), resolution],
        [address, city, phone],
      ]
        .map((parts) => parts.filter(Boolean).join(' · '))
        .filter(Boolean),
  }
  return {
    ...frame,
    title: ({ period, year }: CardHeader) =>
      period ? t('pdf.titlePeriod', { period: period.name, year }) : t('pdf.titleFinal', { year }),
    edition: (number: number) => t('pdf.edition', { number: number - 1 }),
    running: (student: string, title: string) => t('pdf.running', { student, title }),
    student: t('pdf.student'),
    document: t('pdf.document'),
    grade: t('pdf.grade'),
    shiftHead: t('pdf.shift'),
    director: t('pdf.director'),
    date: t('pdf.date'),
    subject: t('pdf.subject'),
    hours: t('pdf.hours'),
    period: (number: number) => t('pdf.period', { number }),
    accumulated: t('pdf.accumulated'),
    definitive: t('pdf.definitive'),
    levelHead: t('pdf.level'),
    justified: t('pdf.justified'),
    unjustified: t('pdf.unjustified'),
    absences: t('pdf.absences'),
    observation: t('pdf.observation'),
    law: t('pdf.law'),
    lawWords: t('pdf.lawWords'),
    legend: `${t('pdf.hoursLong')}. ${t('pdf.absenceLegend')}.`,
    place: (level: string, group: string | null) => [gradeName(level), group].filter(Boolean).join(' · '),
    shift: (shift: string) => (isShift(shift) ? enrollments(`shift.${shift}`) : shift),
    number: (value: string) => value.replace('.', ','),
    level: (level: NationalLevel) => t(`level.${level}`),
    comment: (kind: 'achievement' | 'strength' | 'difficulty' | 'recommendation' | 'observation') =>
      t(`comment.${kind}`),
    role: (role: Signer['role']) => t(`role.${role}`),
    recovered: (original: string, final: string) => t('pdf.recovered', { original, final }),
    ranking: (ranking: { place: number; of: number }) => t('pdf.ranking', ranking),
    absenceText: ({ lessons, days }: CardHeader['absences']) =>
      [any(days) && t('pdf.absenceDays', days), any(lessons) && t('pdf.absenceLessons', lessons)]
        .filter(Boolean)
        .join('; ') || t('pdf.noAbsences'),
    promotion: ({ status, promotedTo }: NonNullable<CardHeader['promotion']>) =>
      promotedTo && (status === 'promoted' || status === 'early')
        ? t(status === 'early' ? 'promotion.earlyTo' : 'promotion.promotedTo', { grade: gradeName(promotedTo) })
        : t(`promotion.${status}`),
    scale: (scale: CardScale) => {
      const step = decimal(1).div(10 ** scale.scale.decimals)
      const bands = scale.bands.map(({ level, from }, index) => {
        const above = scale.bands[index - 1]
        const to = above ? decimal(above.from).minus(step).toFixed() : scale.scale.max
        return t('pdf.band', { level: t(`level.${level}`), from: showScore(scale, from), to: showScore(scale, to) })
      })
      return t('pdf.scale', { bands: bands.join(', '), pass: showScore(scale, scale.passMark) })
    },
  }
}
export type CardWords = Awaited<ReturnType<typeof readWords>>

let words: Promise<CardWords> | undefined

/** The words of a printed report card, the same for all. Papers of a school are in Spanish, whoever prints them. */
export function cardWords(): Promise<CardWords> {
  words ??= readWords()
  return words
}
