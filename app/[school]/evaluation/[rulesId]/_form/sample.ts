import type { Score, ScoreStatus } from '@/lib/domain/evaluation/marks/activities/rules'
import { areaMark, courseMark, type Mark } from '@/lib/domain/evaluation/marks/rules'
import { promotionOf } from '@/lib/domain/evaluation/promotion/rules'
import type { PromotionTrace } from '@/lib/domain/evaluation/promotion/schema'
import { rulesOfGrade } from '@/lib/domain/evaluation/rules'
import { parseScore } from '@/lib/domain/evaluation/scale/rules'
import type { EvaluationRules, StageRules } from '@/lib/domain/evaluation/schema'

/** A student of sixth grade who does not exist, for trying rules out. Scores as typed. */
export type Sample = {
  scores: { status: ScoreStatus; typed: string }[]
  recovery: string
  /** Of the other subject in the same area, and of two more areas. */
  others: string[]
  absence: string
}

export const sampleWeights = ['30', '30', '40']

/** Begins at three fifths of the scale, where most rules begin to differ. */
export function firstSample({ scale, passMark }: EvaluationRules, locale: string): Sample {
  const sign = (text: string) => (locale.startsWith('es') ? text.replace('.', ',') : text)
  const at = (share: number) => {
    const value = Number(scale.min) + (Number(scale.max) - Number(scale.min)) * share
    return sign(value.toFixed(scale.decimals))
  }
  return {
    scores: [at(0.78), at(0.5), at(0.52)].map((typed) => ({ status: 'scored', typed })),
    recovery: '',
    others: [at(0.7), sign(passMark), at(0.9)],
    absence: '8',
  }
}

export type Outcome = { rules: StageRules; course: Mark; area: Mark; promotion: PromotionTrace }

const value = (rules: StageRules, typed: string): string | null => {
  const parsed = parseScore(rules, typed)
  return parsed.ok ? parsed.value : null
}

function scoresOf(rules: StageRules, sample: Sample): Record<string, Score | undefined> {
  return Object.fromEntries(
    sample.scores.map(({ status, typed }, index) => {
      const score = value(rules, typed)
      const needs = status === 'scored' || status === 'late'
      if (needs && score === null) return [String(index), undefined]
      return [String(index), { status, score: needs ? score : null }]
    }),
  )
}

/** What the rules make of the sample. @param names of what it consists of, in the person's language */
export function outcomeOf(
  all: EvaluationRules,
  sample: Sample,
  names: {
    activity: (number: number) => string
    subject: (number: number) => string
    area: (number: number) => string
  },
): Outcome {
  const rules = rulesOfGrade({ ...all, stages: {} }, '6')
  const categories = all.activities.categories.map((category, index) => ({ id: String(index), ...category }))
  const recovery = value(rules, sample.recovery)
  const course = courseMark(rules, {
    activities: sample.scores.map((_, index) => ({
      id: String(index),
      title: names.activity(index + 1),
      weight: sampleWeights[index] ?? '0',
      categoryId: categories.length > 0 ? String(index % categories.length) : null,
    })),
    categories,
    scores: scoresOf(rules, sample),
    recovery: recovery === null ? null : { score: recovery },
  })
  const [second = '', ...areas] = sample.others
  const area = areaMark(rules, {
    subjects: [
      { name: names.subject(1), value: course.value, hours: '4', weight: '60' },
      { name: names.subject(2), value: value(rules, second), hours: '2', weight: '40' },
    ],
  })
  const marks = [area.value, ...areas.map((typed) => value(rules, typed))]
  const absence = /^\d{1,3}([.,]\d{1,2})?$/.test(sample.absence.trim()) ? sample.absence.trim().replace(',', '.') : null
  const promotion = promotionOf(rules, {
    marks: marks.map((mark, index) => ({ name: names.area(index + 1), value: mark })),
    absencePercent: absence,
  })
  return { rules, course, area, promotion }
}
