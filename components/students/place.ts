import type { Texts } from '@/components/layout/texts'
import { isGradeLevel } from '@/lib/shared/grades'

/** "6°A"; the code itself for a grade without a name, nothing without a grade. */
export function placeOf(gradeLevel: string | null, groupCode: string | null, grades: Texts<'grades'>): string {
  if (gradeLevel === null) return ''
  return `${isGradeLevel(gradeLevel) ? grades(`short.${gradeLevel}`) : gradeLevel}${groupCode ?? ''}`
}
