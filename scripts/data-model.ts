// npm run data-model: writes docs/data-model.md from prisma/schema and prisma/tables.ts; `npm run check` fails when it is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { type Line, tableLines } from '@/prisma/tables'
import { main } from './console.ts'
import { type SchemaTable, schemaTables } from './database/schema.ts'

const TARGET = 'docs/data-model.md'

const TITLES: Record<string, string> = {
  schools: 'Schools',
  people: 'People and access',
  years: 'Years and periods',
  rollovers: 'From one year to the next',
  students: 'Students and guardians',
  enrollments: 'Enrollment and its documents',
  families: 'Family links and consents',
  academics: 'Structure: areas, plans, groups, courses',
  evaluation: 'Evaluation: rules, activities, scores, words',
  results: 'Results, meetings, promotion, report cards',
  attendance: 'Attendance',
  communications: 'Communications',
  convivencia: 'Convivencia',
  inclusion: 'Inclusion (PIAR)',
  papers: 'Files, SIMAT, issued papers',
  catalogs: 'Catalogs',
  platform: 'History, mails, jobs',
  purges: 'Purges',
}
/** In every table, or in most: said once instead of drawn everywhere. */
const SILENT = new Set(['school_id', 'version', 'created_at', 'updated_at'])
/** Every table leads to schools, most to people. */
const EVERYWHERE = new Set(['schools', 'users'])

const INTRO = `# Data model

Written by \`npm run data-model\` from \`prisma/schema\` and \`prisma/tables.ts\`; \`npm run check\` fails when it is stale.

Every table of a school begins with \`school_id\`: its primary key is \`(school_id, id)\`, its keys to other tables of the
school are \`(school_id, x_id) → (school_id, id)\`, and \`school_id\` itself leads to \`schools\`. The diagrams leave that out,
as well as \`version\`, \`created_at\`, \`updated_at\`, and the lines to \`users\`. A table drawn without columns belongs to
another part.

Rights of the application's role: *write* (insert, update, delete), *keep* (never deleted), *once* (neither changed nor
deleted), or the only columns that change. Never \`school_id\`, never a key column. The class decides where a table lives
in a distributed database (docs/decisions/0008-citus.md).
`

function page(): string {
  const tables = schemaTables()
  const nouns = [...new Set([...Object.keys(TITLES), ...tables.map(({ noun }) => noun)])]
  const parts = nouns.flatMap((noun) => {
    const own = tables.filter((table) => table.noun === noun)
    return own.length > 0 ? [`## ${TITLES[noun] ?? noun}\n\n${diagram(own)}\n\n${list(own)}\n`] : []
  })
  return `${INTRO}\n${parts.join('\n')}`
}

function diagram(tables: SchemaTable[]): string {
  const own = new Set(tables.map(({ name }) => name))
  const links = tables.flatMap((table) => table.links.filter(({ to }) => own.has(to) || !EVERYWHERE.has(to)))
  const lines = links.map(
    ({ from, to, column, optional, single }) =>
      `  ${from} ${single ? '|o' : '}o'}--${optional ? 'o|' : '||'} ${to} : ${column.replace(/_id$/, '')}`,
  )
  return ['```mermaid', 'erDiagram', ...new Set(lines), ...tables.map(entity), '```'].join('\n')
}

function entity({ name, columns, links }: SchemaTable): string {
  const shown = columns.filter((column) => !SILENT.has(column.name) || columns.length < 4)
  const mark = (column: string, isKey: boolean) =>
    isKey ? ' PK' : links.some((link) => link.column === column) ? ' FK' : ''
  const rows = shown.map(
    (one) => `    ${one.type} ${one.name}${mark(one.name, one.isKey)}${one.optional ? ' "may be empty"' : ''}`,
  )
  return [`  ${name} {`, ...rows, '  }'].join('\n')
}

function list(tables: SchemaTable[]): string {
  const rights = (line: Line | undefined) =>
    typeof line?.rights === 'string' ? line.rights : `only ${line?.rights.join(', ')}`
  const rows = tables.map(({ name, about }) => {
    const line = tableLines[name]
    return `| ${name} | ${line?.class ?? '?'} | ${rights(line)} | ${[about, line?.why && `(${line.why})`].filter(Boolean).join(' ')} |`
  })
  return ['| table | class | rights | what it holds |', '|-|-|-|-|', ...rows].join('\n')
}

await main(async () => {
  const text = page()
  if (!process.argv.includes('--check')) {
    writeFileSync(TARGET, text)
    return 0
  }
  if (readFileSync(TARGET, 'utf8') === text) return 0
  console.error(`${TARGET} is stale: run \`npm run data-model\``)
  return 1
})
