import { bodyOf, findHeadings, type Heading, isDaylike, type Problem, plain, readCount, readGrade } from '../rules'

const wanted = ['grade', 'code', 'shift', 'capacity', 'director'] as const
const needed = ['grade', 'code'] as const

export type GroupCatalog = {
  grades: Record<string, readonly string[]>
  shifts: Record<string, readonly string[]>
  /** Active staff by e-mail in lower case. */
  staff: ReadonlyMap<string, string>
  groups: readonly {
    id: string
    gradeLevel: string
    code: string
    shift: string | null
    capacity: number | null
    directorId: string | null
  }[]
  heading: (name: Heading) => string
}

/** An empty cell leaves what an existing group has. */
export type GroupChange = {
  id: string | null
  gradeLevel: string
  code: string
  shift: string | null
  capacity: number | null
  directorId: string | null
  change: 'create' | 'update' | 'same'
}
export type GroupImport = { rows: GroupChange[]; problems: Problem[] }

/** The rows of a spreadsheet as groups to make or to change. */
export function readGroupRows(sheet: readonly (readonly string[])[], catalog: GroupCatalog): GroupImport {
  const head = sheet[0] ?? []
  const at = findHeadings(head, wanted)
  const problems: Problem[] = needed
    .filter((name) => at[name] === undefined)
    .map((name) => ({ row: 1, column: catalog.heading(name), value: '', reason: 'headingMissing' }))
  if (problems.length > 0) return { rows: [], problems }
  const rows: GroupChange[] = []
  const seen = new Set<string>()
  for (const { row, cells } of bodyOf(sheet)) {
    const cell = (name: (typeof wanted)[number]) => (at[name] === undefined ? '' : (cells[at[name]] ?? ''))
    const before = problems.length
    const say = (name: (typeof wanted)[number], reason: Problem['reason']) => {
      problems.push({ row, column: head[at[name] ?? -1] ?? catalog.heading(name), value: cell(name), reason })
    }
    for (const name of needed) if (cell(name) === '') say(name, 'required')
    const gradeLevel = readGrade(cell('grade'), catalog.grades)
    if (gradeLevel === null && cell('grade') !== '') say('grade', 'grade')
    const code = cell('code').toUpperCase()
    if (isDaylike(code)) say('code', 'codeIsDate')
    else if (code.length > 10) say('code', 'code')
    const shift = Object.keys(catalog.shifts).find((one) =>
      catalog.shifts[one]?.some((word) => plain(word) === plain(cell('shift'))),
    )
    if (cell('shift') !== '' && !shift) say('shift', 'shift')
    const capacity = readCount(cell('capacity'), 200)
    if (cell('capacity') !== '' && capacity === null) say('capacity', 'capacity')
    const directorId = catalog.staff.get(cell('director').toLowerCase())
    if (cell('director') !== '' && !directorId) say('director', 'director')
    const key = `${gradeLevel} ${code}`
    if (gradeLevel !== null && code !== '' && seen.has(key)) say('code', 'groupTwice')
    seen.add(key)
    if (problems.length > before || gradeLevel === null) continue
    const known = catalog.groups.find((group) => group.gradeLevel === gradeLevel && group.code === code)
    const next = {
      shift: shift ?? known?.shift ?? null,
      capacity: capacity ?? known?.capacity ?? null,
      directorId: directorId ?? known?.directorId ?? null,
    }
    const same = known?.shift === next.shift && known.capacity === next.capacity && known.directorId === next.directorId
    rows.push({
      id: known?.id ?? null,
      gradeLevel,
      code,
      ...next,
      change: !known ? 'create' : same ? 'same' : 'update',
    })
  }
  return { rows, problems }
}
