import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { settings } from '@/lib/platform/env'
import type { Fault } from './sources.ts'

/** Both languages hold the same files with the same keys, and no text is empty. */
export function messageFaults(): Fault[] {
  const names = new Set(globSync('messages/{es,en}/*.json').map((file) => path.basename(file)))
  return [...names].sort().flatMap((name) => {
    const [es, en] = [`messages/es/${name}`, `messages/en/${name}`].map((file) => ({ file, texts: readTexts(file) }))
    return es && en ? [...missing(es, en), ...missing(en, es), ...empty(es), ...empty(en)] : []
  })
}

type Texts = { file: string; texts: Map<string, string> }

const missing = (from: Texts, to: Texts): Fault[] =>
  [...from.texts.keys()]
    .filter((key) => !to.texts.has(key))
    .map((key) => ({ file: to.file, message: `lacks "${key}", which ${from.file} has` }))

const empty = ({ file, texts }: Texts): Fault[] =>
  [...texts].filter(([, text]) => text.trim() === '').map(([key]) => ({ file, message: `"${key}" is empty` }))

function readTexts(file: string): Map<string, string> {
  const found = globSync(file).length > 0 ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return new Map(flatten(found, ''))
}

function flatten(value: unknown, prefix: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[prefix, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, prefix ? `${prefix}.${key}` : key))
}

/** Settings that are read before the program's own code, or by the scripts alone. */
const OTHER_SETTINGS = ['PORT', 'DATA_DIR']
const NOT_LISTED = ['NODE_ENV', 'BENCH']

/** .env.example lists exactly the settings that lib/platform/env.ts validates. */
export function exampleFaults(): Fault[] {
  const file = '.env.example'
  const listed = new Set([...readFileSync(file, 'utf8').matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name))
  const known = [...Object.keys(settings.shape).filter((name) => !NOT_LISTED.includes(name)), ...OTHER_SETTINGS]
  return [
    ...known
      .filter((name) => !listed.has(name))
      .map((name) => ({ file, message: `lacks ${name}, which lib/platform/env.ts reads` })),
    ...[...listed]
      .filter((name) => name && !known.includes(name))
      .map((name) => ({ file, message: `lists ${name}, which nobody reads` })),
  ]
}
