import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AnyContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import type { Operation } from '@/lib/platform/operation'
import { exportedFile } from '@/lib/platform/table-export'
import { everyOperation } from '@/scripts/permissions/operations'
import { markSchool } from '@/tests/isolation/doors/mark'
import { contextFor, platformContext } from '@/tests/support/context'
import { newId } from '@/tests/support/ids'
import { inputFor } from '@/tests/support/sample-inputs'
import { type Subject, subjectOf } from '@/tests/support/subject'
import { twinSchools } from '@/tests/support/whole-school'

// Every file of a list, whichever there are: what is in it, what is not, and what it leaves behind.

const operations = new Map((await everyOperation()).map((operation) => [operation.name, operation]))
const exports = [...operations.values()].filter(({ output }) => (output as unknown) === exportedFile)

/** Which list each file has the rows of, and where in its answer they are, if not page by page in `items`. */
const lists: Record<string, string | [string, (page: never) => readonly unknown[]]> = {
  'academics.exportGroups': 'academics.listGroups',
  'academics.exportSubjects': 'academics.listSubjects',
  'attendance.exportCorrections': 'attendance.corrections',
  'attendance.exportExcuses': 'attendance.excuses',
  'attendance.exportMonth': ['attendance.month', ({ rows }: { rows: unknown[] }) => rows],
  'attendance.exportSummary': 'attendance.summary',
  'audit.export': 'audit.list',
  'courses.export': 'courses.list',
  'documents.exportQueue': 'documents.reviewQueue',
  'enrollments.export': 'enrollments.list',
  'evaluation.exportRecoveries': ['evaluation.courseRecoveries', ({ students }: { students: unknown[] }) => students],
  'guardians.export': 'guardians.list',
  'imports.export': 'imports.list',
  'jobs.export': 'jobs.list',
  'jobs.exportFailed': ['jobs.platform', ({ failed }: { failed: unknown[] }) => failed],
  'mails.export': 'mails.list',
  'mails.platformExport': 'mails.platformList',
  'meetings.export': 'meetings.list',
  'papers.export': 'papers.list',
  'people.export': 'people.list',
  'placements.exportGroup': 'placements.ofGroup',
  'reportCards.exportGroup': 'reportCards.ofGroup',
  'reportCards.exportOverview': ['reportCards.overview', ({ groups }: { groups: unknown[] }) => groups],
  'requirements.export': 'requirements.list',
  'rollovers.exportStudents': 'rollovers.students',
  'schools.exportList': 'schools.list',
  'schools.exportPurges': 'schools.purges',
  'sheets.exportGroup': ['sheets.group', ({ rows }: { rows: unknown[] }) => rows],
  'sheets.exportLevels': 'sheets.levels',
  'students.export': 'students.list',
}

/** Files whose lines are parts of what their list shows, so that a spreadsheet can count them. */
const finer = ['academics.exportPlans', 'schools.exportFigures', 'sheets.exportFailing', 'timetable.export']

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
const key = /^\w+\.\w+$|^\w+(\.\w+){2,}$/
/** A line of the history says what was done to which record from where, for who writes to support. */
const technical = ['audit.export']

let own: Subject
let contexts: Record<'school' | 'platform', AnyContext>
let marks: { ours: string; theirs: string; theirRows: ReadonlySet<string> }

beforeAll(async () => {
  const { a, b } = await twinSchools()
  own = await subjectOf(a)
  await subjectOf(b)
  const ours = await markSchool(a, '=')
  const theirs = await markSchool(b, '=')
  marks = { ours: ours.marker, theirs: theirs.marker, theirRows: theirs.rows }
  const at = new Date()
  await database().prisma.platformMail.create({
    data: {
      id: newId(),
      to: 'rector@example.com',
      template: 'reset',
      subject: '=1+1',
      text: '',
      html: '',
      status: 'kept',
    },
  })
  await database().prisma.schoolPurge.create({
    data: {
      ...{ id: newId(), purgedSchoolId: a.id, slug: 'ya-no-esta', name: '=1+1', reason: 'Cerró sus puertas' },
      ...{ exportSha256: '1'.repeat(64), requestedBy: newId() },
      ...{ status: 'done', requestedByName: 'Soporte', requestedAt: at, runAfter: at, finishedAt: at, report: {} },
    },
  })
  contexts = { school: await contextFor(a, 'rector'), platform: await platformContext() }
})

const run = (operation: Operation, input: object) =>
  operation.run(contexts[operation.scope as 'school'] as never, input) as Promise<never>

type File = { fileName: string; contentType: string; content: string; count: number }
const fileOf = (operation: Operation, format: string): Promise<File> =>
  run(operation, { ...inputFor(operation, own, ''), format })

async function listed(name: string): Promise<number> {
  const entry = lists[name]!
  const [list, rowsOf] = typeof entry === 'string' ? [entry, null] : entry
  const operation = operations.get(list)!
  const { format: _, ...input } = inputFor(operations.get(name)!, own, '')
  const pages = (operation.input as unknown as { shape: object }).shape
  let [count, cursor] = [0, null as string | null]
  do {
    const page = await run(operation, {
      ...input,
      ...('limit' in pages ? { limit: 3 } : {}),
      ...(cursor ? { cursor } : {}),
    })
    count += (rowsOf ? rowsOf(page) : (page as { items: unknown[] }).items).length
    cursor = (page as { nextCursor?: string | null }).nextCursor ?? null
  } while (cursor)
  return count
}

it('are told here, each with its list', () => {
  const known = [...Object.keys(lists), ...finer].sort()
  expect(exports.map(({ name }) => name).sort()).toEqual(known)
})

describe.each(exports.map((operation) => ({ name: operation.name, operation })))('$name', ({ name, operation }) => {
  it('opens as a spreadsheet with titles, the rows of its list, and nothing that runs', async () => {
    const expected = name in lists ? await listed(name) : null
    const file = await fileOf(operation, 'xlsx')
    expect(file.fileName).toMatch(/^[\p{L}\p{N} .=_-]+-\d{4}-\d\d-\d\d\.xlsx$/u)
    const [sheet] = await readXlsxFile(Buffer.from(file.content, 'base64'))
    const [head = [], ...rows] = sheet?.data ?? []
    expect(head.filter((title) => typeof title === 'string' && title !== '')).toHaveLength(head.length)
    expect(new Set(head).size, String(head)).toBe(head.length)
    expect(rows).toHaveLength(file.count)
    expect(file.count).toBeGreaterThan(0)
    if (expected !== null) expect(file.count).toBe(expected)
    const texts = rows.flat().filter((cell): cell is never => typeof cell === 'string') as string[]
    expect(texts.filter((text) => /^[=+\-@\t\r\n]/.test(text))).toEqual([])
    // Of codes where a word belongs, and of texts that are missing, the key shows; addresses of the tests hold an id.
    const words = [...head.map(String), ...texts].filter((text) => !text.includes('@'))
    if (!technical.includes(name)) expect(words.filter((text) => uuid.test(text) || key.test(text))).toEqual([])
    const all = JSON.stringify(rows)
    expect(all).toMatch(/"'=|'=1\+1/)
    if (operation.scope === 'school') {
      expect(all).not.toContain(marks.theirs)
      expect([...marks.theirRows].filter((id) => all.includes(id))).toEqual([])
    }
  })

  it('says the same as CSV, and that it was taken along', async () => {
    const { prisma } = database()
    const where = { action: { contains: '.export' } }
    const lines = () =>
      operation.scope === 'school' ? prisma.auditLog.count({ where }) : prisma.platformAudit.count({ where })
    const [before, asSheet] = [await lines(), await fileOf(operation, 'xlsx')]
    const file = await fileOf(operation, 'csv')
    expect(file).toMatchObject({
      count: asSheet.count + (name === 'audit.export' ? 1 : 0),
      contentType: 'text/csv; charset=utf-8',
    })
    expect(await lines()).toBe(before + 2)
    expect(Buffer.from(file.content, 'base64').toString()).not.toMatch(/(^|;)"?[=@]/m)
  })
})
