import { defaultRules, rulesOfGrade } from '@/lib/domain/evaluation/rules'
import type { EvaluationRules, StageRules } from '@/lib/domain/evaluation/schema'

/** The rules of a grade from what the school's row holds; a school that has written none starts from the usual ones. */
export function gradeRules(stored: unknown, gradeLevel: string): StageRules {
  const written = stored !== null && typeof stored === 'object' && 'scale' in stored
  return rulesOfGrade(written ? (stored as EvaluationRules) : defaultRules(), gradeLevel)
}

/** In words when the subject is, or the whole stage (preschool, Decreto 2247 de 1997 art. 14). */
export const isDescriptive = (subject: string, rules: Pick<StageRules, 'assessment'>): boolean =>
  subject === 'descriptive' || rules.assessment === 'descriptive'
