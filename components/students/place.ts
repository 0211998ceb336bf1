import type { Texts } from '@/components/layout/texts'
import { gradePrefix, isGradeLevel } from '@/lib/shared/grades'

/** "6°A"; a group's code that names its grade already (6-A, 601) alone; nothing without a grade. */
export function placeOf(gradeLevel: string | null, groupCode: string | null, grades: Texts<'grades'>): string {
  if (gradeLevel === null) return ''
  if (groupCode && groupCode.length > 1 && groupCode.startsWith(gradePrefix(gradeLevel))) return groupCode
  return `${isGradeLevel(gradeLevel) ? grades(`short.${gradeLevel}`) : gradeLevel}${groupCode ?? ''}`
}
