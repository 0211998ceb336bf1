import path from 'node:path'
import type { Rule } from './sources.ts'

const DOMAIN_FILES: Record<string, string> = {
  'schema.ts': 'zod inputs and outputs, enums',
  'queries.ts': 'reads',
  'commands.ts': 'writes',
  'steps.ts': 'parts of writes, inside the transaction of the command that calls them',
  'rules.ts': 'pure business rules',
  'policy.ts': 'record rules as where-fragments',
  'jobs.ts': 'background work',
  'sql.ts': 'hot reads in SQL',
  'import.ts': 'what comes in as a file',
  'export.ts': 'what goes out as a file',
  'pdf.tsx': 'printed pages',
}

const DRAWERS = /^(utils?|helpers?|types?|misc|common|constants|index)\.tsx?$/
const LONGEST = 300
const GENERATED = ['lib/platform/db/registry.ts']

const closedList: Rule = ({ file }) => {
  const [, , noun, ...rest] = file.split('/')
  const name = path.posix.basename(file)
  if (!file.startsWith('lib/domain/')) return
  if (rest.length === 0) return `put ${noun} into a noun's folder: lib/domain/<noun>/<file>`
  if (name in DOMAIN_FILES || /\.test\.tsx?$/.test(name)) return
  const list = Object.entries(DOMAIN_FILES).map(([allowed, holds]) => `${allowed} (${holds})`)
  return `lib/domain has a closed list of file names: ${list.join(', ')}. Move the code into one of them, or open a sub-noun`
}

const noDrawers: Rule = ({ file }) => {
  if (!DRAWERS.test(path.posix.basename(file))) return
  return 'name the file after what it holds: drawers (utils, helpers, types, index) hide it'
}

const short: Rule = ({ file, lines }) => {
  if (lines <= LONGEST || GENERATED.includes(file)) return
  return `${lines} lines: split it by what its parts are about (the limit is ${LONGEST}, the aim 60)`
}

export const nameRules: Rule[] = [closedList, noDrawers, short]
