// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of sources, as they stand there
import { edit, type SeededFault } from './fault.ts'

const tenant = 'lib/platform/db/tenant.ts'
const guard = 'lib/platform/db/guard.ts'
const sql = 'lib/platform/db/sql.ts'
const rows = 'lib/platform/db/rows.ts'

const fuzz = 'tests/isolation/fuzz.test.ts'
const extension = 'tests/isolation/extension.test.ts'
const guardTest = 'lib/platform/db/guard.test.ts'
const operations = 'tests/isolation/operations.test.ts'
const rowsTest = 'tests/isolation/rows.test.ts'

const enters = 'if (unscoped.getStore()) return query(args)'

/** The extension lets one operation of the client through as it came. */
const offFor = (operation: string): SeededFault => ({
  name: `extension-off-${operation}`,
  what: `${operation} is not kept in the school`,
  edits: [edit(tenant, enters, `if (unscoped.getStore() || operation === '${operation}') return query(args)`)],
  tests: [extension, fuzz],
})

/** Faults in the client that keeps to one school, and in the tag for hot reads. */
export const clientFaults: readonly SeededFault[] = [
  ...[
    'findMany',
    'findUnique',
    'count',
    'groupBy',
    'aggregate',
    'createMany',
    'update',
    'updateMany',
    'upsert',
    'deleteMany',
  ].map(offFor),
  {
    name: 'raw-allowed',
    what: 'a school’s client runs raw SQL',
    edits: [
      edit(
        tenant,
        'if (!model) throw new TenancyError(`${operation}: raw SQL lives in sql.ts files`)',
        'if (!model) return query(args)',
      ),
    ],
    tests: [extension],
  },
  {
    name: 'scope-left-open',
    what: 'the pipeline’s own door stays open for the rest of the call',
    edits: [
      edit(
        tenant,
        'return unscoped.run(true, async () => await work())',
        'unscoped.enterWith(true)\n  return (async () => await work())()',
      ),
    ],
    tests: [extension],
  },
  {
    name: 'directory-unguarded',
    what: 'a path from people leads into schools',
    edits: [edit(tenant, 'guardDirectory(name[0]!.toUpperCase() + name.slice(1), args)', '')],
    tests: [extension],
  },
  {
    name: 'create-anywhere',
    what: 'a new row keeps the school that the caller wrote into it',
    edits: [
      edit(
        guard,
        "if (key === 'schoolId' && !(creating && value === schoolId))",
        "if (key === 'schoolId' && !creating)",
      ),
      edit(
        guard,
        'data.map((item) => ({ ...item, schoolId })) : { ...(data as Tree), schoolId }',
        'data.map((item) => ({ schoolId, ...item })) : { schoolId, ...(data as Tree) }',
      ),
    ],
    tests: [guardTest],
  },
  {
    name: 'filter-without-school',
    what: 'the school is not put into filters',
    edits: [edit(guard, '{ ...(given.where as Tree), schoolId }', '{ ...(given.where as Tree) }')],
    tests: [guardTest],
  },
  {
    name: 'include-unchecked',
    what: 'an include leads through people into other schools',
    edits: [edit(guard, "    'include',\n", '')],
    tests: [guardTest],
  },
  {
    name: 'order-unchecked',
    what: 'an order follows people into other schools',
    edits: [edit(guard, "    'orderBy',\n", '')],
    tests: [guardTest, fuzz],
  },
  {
    name: 'nested-writes',
    what: 'a write reaches the rows behind a relation',
    edits: [
      edit(
        guard,
        'if (key in relations) refuse(`nested write ${model}.${key}: write the scalar id instead`)',
        'if (key in relations) continue',
      ),
    ],
    tests: [guardTest],
  },
  {
    name: 'every-school-row',
    what: 'a school reads and changes the rows of all schools in `schools`',
    edits: [edit(guard, '{ AND: [{ id: schoolId }, (given.where as Tree) ?? {}] }', '(given.where as Tree) ?? {}')],
    tests: [guardTest],
  },
  {
    name: 'sql-any-school',
    what: 'a statement may be given another school’s id',
    edits: [
      edit(
        sql,
        'if (schoolParameters(statement.text).some((position) => statement.values[position] !== schoolId))',
        'if (schoolParameters(statement.text).length === 0)',
      ),
    ],
    tests: [extension],
  },
  {
    name: 'sql-without-school',
    what: 'a statement may leave its school out',
    edits: [
      edit('lib/platform/db/sql-check.ts', "if (parameters.length === 0) refuse('a statement without its school')", ''),
    ],
    tests: ['lib/platform/db/sql-check.test.ts'],
  },
  {
    name: 'sql-table-beyond',
    what: 'a joined table is read beyond the school',
    edits: [edit('lib/platform/db/sql-check.ts', 'if (tables.length > comparisons)', 'if (tables.length > 99)')],
    tests: ['lib/platform/db/sql-check.test.ts'],
  },
  {
    name: 'cache-without-school',
    what: 'rows of hot reads are remembered by their statement, for whichever school asks next',
    edits: [
      edit(
        sql,
        'const { rows } = await database().pool.query({ name: nameOf(statement.text), ...statement })',
        'const key = JSON.stringify([statement.text, statement.values.filter((value) => value !== schoolId)])\n    const { rows } = await (remembered[key] ??= database().pool.query({ name: nameOf(statement.text), ...statement }))',
      ),
      edit(
        sql,
        'export const nothing = fragment``',
        'export const nothing = fragment``\nconst remembered: Record<string, Promise<{ rows: unknown[] }>> = {}',
      ),
    ],
    tests: ['tests/api/rules.test.ts'],
  },
  {
    name: 'rows-found-beyond',
    what: 'rows are changed by their columns in whichever school they are',
    edits: [
      edit(
        rows,
        'where t.school_id = $1::uuid${holds(where)} returning',
        'where $1::uuid is not null${holds(where)} returning',
      ),
    ],
    tests: [rowsTest],
  },
  {
    name: 'rows-name-their-school',
    what: 'a row that is written without the client says which school it is of',
    edits: [edit(rows, "column === 'school_id' || ", '')],
    tests: [rowsTest],
  },
  {
    name: 'rows-half-written',
    what: 'what a change wrote before it failed stays',
    edits: [edit(rows, "await connection.query('rollback')", "await connection.query('commit')")],
    tests: [rowsTest],
  },
  {
    name: 'query-without-scope',
    what: 'the list of students is of all schools',
    edits: [
      edit(
        'lib/domain/students/sql.ts',
        'where s.school_id = ${ctx.schoolId} ${visibleStudents(ctx)} ${all([',
        'where s.school_id = e.school_id ${visibleStudents(ctx)} ${all([',
      ),
    ],
    tests: [operations],
  },
]
