// Writes lib/platform/db/registry.ts: which models belong to a school, and which field leads to which model.
import { readFileSync, writeFileSync } from 'node:fs'

type Field = { name: string; kind: string; type: string }
type DataModel = { models: Record<string, { fields: Field[] }> }

const target = 'lib/platform/db/registry.ts'
// Everything is a school's unless it stands here.
const globals = new Set([
  'School',
  'User',
  'UserCredential',
  'AuthSession',
  'UserToken',
  'RateLimit',
  'PlatformAudit',
  'PlatformMail',
])

const source = readFileSync('generated/prisma/internal/class.ts', 'utf8')
const literal = /config\.runtimeDataModel = JSON\.parse\(("(?:[^"\\]|\\.)*")\)/.exec(source)?.[1]
if (!literal) throw new Error('run `prisma generate` first: the generated client holds no data model')
const { models } = JSON.parse(JSON.parse(literal) as string) as DataModel

const lines = Object.entries(models)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([name, { fields }]) => {
    const tenant = !globals.has(name)
    if (tenant && !fields.some((field) => field.name === 'schoolId')) {
      throw new Error(`${name} has no schoolId: give it one, or list it as global in scripts/generate-registry.ts`)
    }
    const relations = fields.filter((field) => field.kind === 'object').map((field) => `${field.name}: '${field.type}'`)
    const json = fields.filter((field) => field.type === 'Json').map((field) => `'${field.name}'`)
    return `  ${name}: { tenant: ${tenant}, relations: { ${relations.join(', ')} }, json: [${json.join(', ')}] },`
  })

const text = `// Written by scripts/generate-registry.ts from prisma/schema; \`npm run check\` fails when it is stale.
export type ModelEntry = { tenant: boolean; relations: Record<string, string>; json: readonly string[] }

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
