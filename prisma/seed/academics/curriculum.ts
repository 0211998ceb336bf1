import { type GradeLevel, stageOf } from '@/lib/shared/grades'

/** Subject by code: its area (number of Ley 115 art. 23, or a name of the school's own) and its name. */
export type DemoSubject = { code: string; area: number | 'media' | 'preschool'; name: string; descriptive?: boolean }

export const subjects: readonly DemoSubject[] = [
  { code: 'COM', area: 'preschool', name: 'Dimensión comunicativa', descriptive: true },
  { code: 'COG', area: 'preschool', name: 'Dimensión cognitiva', descriptive: true },
  { code: 'COR', area: 'preschool', name: 'Dimensión corporal', descriptive: true },
  { code: 'EST', area: 'preschool', name: 'Dimensión estética', descriptive: true },
  { code: 'SOA', area: 'preschool', name: 'Dimensión socioafectiva', descriptive: true },
  { code: 'EVA', area: 'preschool', name: 'Dimensión ética y espiritual', descriptive: true },
  { code: 'NAT', area: 1, name: 'Ciencias naturales' },
  { code: 'FIS', area: 1, name: 'Física' },
  { code: 'QUI', area: 1, name: 'Química' },
  { code: 'SOC', area: 2, name: 'Ciencias sociales' },
  { code: 'ART', area: 3, name: 'Educación artística' },
  { code: 'ETI', area: 4, name: 'Ética y valores' },
  { code: 'EDF', area: 5, name: 'Educación física' },
  { code: 'REL', area: 6, name: 'Educación religiosa' },
  { code: 'LEN', area: 7, name: 'Lengua castellana' },
  { code: 'ING', area: 7, name: 'Inglés' },
  { code: 'MAT', area: 8, name: 'Matemáticas' },
  { code: 'GEO', area: 8, name: 'Geometría' },
  { code: 'ESD', area: 8, name: 'Estadística' },
  { code: 'TEC', area: 9, name: 'Tecnología e informática' },
  { code: 'EMP', area: 9, name: 'Emprendimiento' },
  { code: 'ECO', area: 'media', name: 'Ciencias políticas y económicas' },
  { code: 'FIL', area: 'media', name: 'Filosofía' },
]

type Hours = readonly (readonly [code: string, hours: number])[]

/** 20, 25 and 30 hours a week (Decreto 1850 de 2002, art. 2). Dimensions of preschool: Decreto 2247 de 1997, art. 12. */
const preschool: Hours = [
  ['COM', 4],
  ['COG', 4],
  ['COR', 3],
  ['EST', 3],
  ['SOA', 3],
  ['EVA', 3],
]
const primary: Hours = [
  ['NAT', 3],
  ['SOC', 3],
  ['ART', 2],
  ['ETI', 1],
  ['EDF', 2],
  ['REL', 1],
  ['LEN', 5],
  ['ING', 2],
  ['MAT', 4],
  ['GEO', 1],
  ['TEC', 1],
]
const secondary: Hours = [
  ['NAT', 4],
  ['SOC', 4],
  ['ART', 2],
  ['ETI', 1],
  ['EDF', 2],
  ['REL', 1],
  ['LEN', 5],
  ['ING', 3],
  ['MAT', 4],
  ['GEO', 1],
  ['TEC', 2],
  ['EMP', 1],
]
const upper: Hours = [
  ['FIS', 3],
  ['QUI', 3],
  ['SOC', 1],
  ['ART', 1],
  ['ETI', 1],
  ['EDF', 2],
  ['REL', 1],
  ['LEN', 4],
  ['ING', 3],
  ['MAT', 3],
  ['ESD', 1],
  ['TEC', 2],
  ['ECO', 2],
  ['FIL', 3],
]

/** The subjects of a grade with their weekly hours. */
export function hoursOf(gradeLevel: GradeLevel): Hours {
  const stage = stageOf(gradeLevel)
  if (stage === 'preescolar') return preschool
  if (stage === 'primaria') return primary
  return stage === 'media' ? upper : secondary
}

/** One teacher holds a group with all of its subjects up to the fifth grade; from the sixth on, subjects have theirs. */
export const hasOneTeacher = (gradeLevel: GradeLevel): boolean =>
  ['preescolar', 'primaria'].includes(stageOf(gradeLevel))

/** What the same person may teach, in the order in which teachers are given out. */
export const specialities: readonly (readonly string[])[] = [
  ['MAT', 'GEO', 'ESD'],
  ['NAT', 'QUI', 'FIS'],
  ['LEN'],
  ['ING'],
  ['SOC', 'ECO', 'FIL'],
  ['TEC', 'EMP'],
  ['EDF'],
  ['ART', 'ETI', 'REL'],
]
