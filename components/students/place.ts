import { isGradeLevel } from '@/lib/shared/grades'
import type { Texts } from './words'

/** "6°A"; the code itself for a grade without a name, nothing without a grade. */
export function placeOf(gradeLevel: string | null, groupCode: string | null, grades: Texts<'grades'>): string {
  if (gradeLevel === null) return ''
  return `${isGradeLevel(gradeLevel) ? grades(`short.${gradeLevel}`) : gradeLevel}${groupCode ?? ''}`
}
