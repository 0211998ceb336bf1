// Writes lib/platform/db/registry.ts: the class of each model's table (prisma/tables.ts), and which field leads where.
import { readFileSync, writeFileSync } from 'node:fs'
import { tableLines } from '@/prisma/tables'

type Field = { name: string; kind: string; type: string }
type DataModel = { models: Record<string, { dbName: string | null; fields: Field[] }> }

const target = 'lib/platform/db/registry.ts'
const source = readFileSync('generated/prisma/internal/class.ts', 'utf8')
const literal = /config\.runtimeDataModel = JSON\.parse\(("(?:[^"\\]|\\.)*")\)/.exec(source)?.[1]
if (!literal) throw new Error('run `prisma generate` first: the generated client holds no data model')
const { models } = JSON.parse(JSON.parse(literal) as string) as DataModel

const fail = (message: string): never => {
  console.error(message)
  process.exit(1)
}
const unseen = new Set(Object.keys(tableLines))

const lines = Object.entries(models)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([name, { dbName, fields }]) => {
    const table = dbName ?? name
    const kind = tableLines[table]?.class
    if (!kind) fail(`${table} is not classed: give it a line in prisma/tables.ts (tenant, reference or system)`)
    unseen.delete(table)
    const tenant = kind === 'tenant'
    if (tenant !== (fields[0]?.name === 'schoolId')) {
      fail(`${name}: tables of a school, and no others, begin with schoolId; prisma/tables.ts says ${kind}`)
    }
    const relations = fields.filter((field) => field.kind === 'object').map((field) => `${field.name}: '${field.type}'`)
    const json = fields.filter((field) => field.type === 'Json').map((field) => `'${field.name}'`)
    return `  ${name}: { tenant: ${tenant}, table: '${table}', relations: { ${relations.join(', ')} }, json: [${json.join(', ')}] },`
  })

if (unseen.size > 0) fail(`prisma/tables.ts names tables that no model has: ${[...unseen].join(', ')}`)

const text = `// Written by scripts/generate-registry.ts from prisma/schema; \`npm run check\` fails when it is stale.
export type ModelEntry = { tenant: boolean; table: string; relations: Record<string, string>; json: readonly string[] }

// biome-ignore format: one model a line
export const registry: Record<string, ModelEntry> = {
${lines.join('\n')}
}
`

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error(`${target} is stale: run \`tsx scripts/generate-registry.ts\``)
    process.exit(1)
  }
} else {
  writeFileSync(target, text)
}
