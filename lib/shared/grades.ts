export const stages = ['preescolar', 'primaria', 'secundaria', 'media', 'clei', 'other'] as const
export type Stage = (typeof stages)[number]

/**
 * SIMAT's grades with their own codes, in school order. `age`: expected age at entry, where there is one.
 * Names are in messages/<lang>/grades.json: `label.<code>` and `short.<code>`.
 */
export const grades = [
  { code: '-2', stage: 'preescolar', age: 3 },
  { code: '-1', stage: 'preescolar', age: 4 },
  { code: '0', stage: 'preescolar', age: 5 },
  { code: '1', stage: 'primaria', age: 6 },
  { code: '2', stage: 'primaria', age: 7 },
  { code: '3', stage: 'primaria', age: 8 },
  { code: '4', stage: 'primaria', age: 9 },
  { code: '5', stage: 'primaria', age: 10 },
  { code: '6', stage: 'secundaria', age: 11 },
  { code: '7', stage: 'secundaria', age: 12 },
  { code: '8', stage: 'secundaria', age: 13 },
  { code: '9', stage: 'secundaria', age: 14 },
  { code: '10', stage: 'media', age: 15 },
  { code: '11', stage: 'media', age: 16 },
  { code: '21', stage: 'clei', age: null },
  { code: '22', stage: 'clei', age: null },
  { code: '23', stage: 'clei', age: null },
  { code: '24', stage: 'clei', age: null },
  { code: '25', stage: 'clei', age: null },
  { code: '26', stage: 'clei', age: null },
  { code: '99', stage: 'other', age: null },
] as const satisfies readonly { code: string; stage: Stage; age: number | null }[]

export type GradeLevel = (typeof grades)[number]['code']

/** The codes, as stored in `enrollments.grade_level` and as SIMAT's GRADO. */
export const gradeLevels = grades.map((grade) => grade.code) as [GradeLevel, ...GradeLevel[]]

export function isGradeLevel(text: string): text is GradeLevel {
  return grades.some((grade) => grade.code === text)
}

/** Position in school order, for sorting; unknown codes go last. */
export function gradeOrder(code: string): number {
  const index = grades.findIndex((grade) => grade.code === code)
  return index < 0 ? grades.length : index
}

/** What a group's code begins with in this grade: the number, or letters where there is none (T-A, C3-A). */
export function gradePrefix(code: string): string {
  const letters: Record<string, string> = { '-2': 'PJ', '-1': 'J', '0': 'T', '99': 'AC' }
  if (code in letters) return letters[code] as string
  return /^2[1-6]$/.test(code) ? `C${code.slice(1)}` : code
}

export function stageOf(code: GradeLevel): Stage {
  return grades[gradeOrder(code)]?.stage ?? 'other'
}

/** The grade after this one within the same way (5° → 6°, ciclo 2 → ciclo 3); null after 11°, ciclo 6 and aceleración. */
export function nextGrade(code: GradeLevel): GradeLevel | null {
  const here = grades[gradeOrder(code)]
  const next = grades[gradeOrder(code) + 1]
  if (!here || !next || next.stage === 'other') return null
  return (here.stage === 'clei') === (next.stage === 'clei') ? next.code : null
}

/** Whether the reached age (that of 31 December of the year) is outside expected −2/+3, as SIMAT's checks count. */
export function isUnusualAge(code: GradeLevel, birthYear: number, schoolYear: number): boolean {
  const expected = grades[gradeOrder(code)]?.age ?? null
  if (expected === null) return false
  const age = schoolYear - birthYear
  return age < expected - 2 || age > expected + 3
}
