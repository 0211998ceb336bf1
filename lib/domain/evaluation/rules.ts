import { type GradeLevel, isGradeLevel, stageOf } from '@/lib/shared/grades'
import type { EvaluationRules, StageRules } from './schema'

/** What the rules say for a grade: the year's, with what differs in the grade's stage. */
export function rulesOfGrade(rules: EvaluationRules, gradeLevel: string): StageRules {
  const { stages, display: _display, ...year } = rules
  const over = isGradeLevel(gradeLevel) ? stages[stageOf(gradeLevel as GradeLevel)] : undefined
  const own = Object.fromEntries(Object.entries(over ?? {}).filter(([, value]) => value !== undefined))
  return { assessment: 'numeric', ...year, ...own }
}

/**
 * What a school starts from. Custom, not law: Decreto 1290 sets neither cut marks nor decimals nor rounding, and leaves
 * the criteria of promotion to the school (arts. 4 and 6). Preschool is told in words (Decreto 2247 de 1997, art. 14).
 */
export function defaultRules(): EvaluationRules {
  return {
    scale: { min: '0', max: '5', decimals: 1 },
    passMark: '3',
    bands: [
      { level: 'superior', from: '4.6' },
      { level: 'high', from: '4' },
      { level: 'basic', from: '3' },
      { level: 'low', from: '0' },
    ],
    rounding: { mode: 'half_up', decimals: 1, course: true, area: true, year: true },
    missing: { notSubmitted: 'min' },
    late: { mode: 'none', value: '0' },
    activities: { by: 'weights', categories: [] },
    area: { by: 'hours' },
    recovery: { ceiling: '3', keeps: 'higher' },
    selfEvaluation: null,
    promotion: { count: 'areas', allowedFailed: 0, pendingUpTo: 2, maxAbsencePercent: '25', absences: 'unjustified' },
    periods: [],
    stages: { preescolar: { assessment: 'descriptive' } },
    display: 'both',
  }
}
