import type { Texts } from '@/components/layout/texts'
import { placeOf } from '@/components/students/place'
import { isGradeLevel } from '@/lib/shared/grades'

type Named = { gradeLevel: string; code: string }

/** A group as the lists of students call it: 6°A, 6-A. */
export const groupName = ({ gradeLevel, code }: Named, grades: Texts<'grades'>): string =>
  placeOf(gradeLevel, code, grades)

/** "Sexto"; the code of a grade that no catalogue knows. */
export const gradeName = (gradeLevel: string, grades: Texts<'grades'>): string =>
  isGradeLevel(gradeLevel) ? grades(`label.${gradeLevel}`) : gradeLevel
