import { z } from 'zod'
import type { Operation } from '@/lib/platform/operation'

type Schema = {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minimum?: number
  minItems?: number
  default?: unknown
}

/** Words that a field of this name takes, whatever the operation. Everything else follows from the schema. */
const words: Record<string, unknown> = {
  documentType: 'TI',
  documentNumber: '1099887766',
  firstSurname: 'Prueba',
  firstName: 'Ana',
  name: 'Nombre de prueba',
  fullName: 'Nombre de prueba',
  title: 'Título de prueba',
  body: 'Un texto bastante largo para ser leído.',
  email: 'nadie@example.com',
  reason: 'Por una prueba',
  note: 'Nota de prueba',
  q: 'prueba',
  startsOn: '2029-01-15',
  endsOn: '2029-11-30',
  birthDate: '2015-03-04',
  dueOn: '2027-01-15',
  lastDay: '2027-01-15',
  sha256: 'a'.repeat(64),
  fileName: 'papel.pdf',
  primaryColor: '#123456',
  slug: 'colegio-de-prueba',
  code: 'own_paper',
  relationship: 'mother',
  token: 'x'.repeat(65),
  password: 'Molino-Verde-Alto-77',
  current: 'Molino-Verde-Alto-77',
  gradeLevel: '5',
  documentTypeFilter: 'identity_document',
  version: 1,
}

export const inputSchema = (operation: Operation): Schema =>
  z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema

const isId = (schema: Schema): boolean => schema.format === 'uuid' || (schema.anyOf ?? []).some(isId)
const solid = (schema: Schema): Schema => schema.anyOf?.find(({ type }) => type !== 'null') ?? schema

/** Where ids stand in an operation's input: `studentId`, `guardians[].guardianId`, `ids[]`. */
export function idPaths(schema: Schema, at = ''): string[] {
  const here = solid(schema)
  if (isId(here)) return [at]
  if (here.items) return idPaths(here.items, `${at}[]`)
  return Object.entries(here.properties ?? {}).flatMap(([name, inner]) => idPaths(inner, at ? `${at}.${name}` : name))
}

/** A small valid value: what is required, and nothing else. `idOf` answers the id for a path. */
export function sampleOf(schema: Schema, idOf: (path: string) => string, at = ''): unknown {
  const here = solid(schema)
  const name = at.replaceAll('[]', '').split('.').at(-1) ?? ''
  if (isId(here)) return idOf(at)
  if (here.const !== undefined) return here.const
  if (here.enum) return here.enum.includes(words[name]) ? words[name] : here.enum[0]
  if (name in words && here.type !== 'object') return words[name]
  if (here.type === 'array') return here.minItems ? [sampleOf(here.items ?? {}, idOf, `${at}[]`)] : []
  if (here.type === 'boolean') return true
  if (here.type === 'integer' || here.type === 'number') return here.minimum ?? 1
  if (here.type === 'object' || here.properties) {
    const required = (here.required ?? []).filter((key) => here.properties?.[key]?.default === undefined)
    return Object.fromEntries(
      required.map((key) => [key, sampleOf(here.properties?.[key] ?? {}, idOf, at ? `${at}.${key}` : key)]),
    )
  }
  return `prueba ${name}`
}

/** Puts an id at a path, making what lies on the way. */
export function putId(
  input: Record<string, unknown>,
  schema: Schema,
  path: string,
  id: string,
  idOf: (path: string) => string,
) {
  const copy = structuredClone(input)
  let target: Record<string, unknown> = copy
  let here: Schema = schema
  let at = ''
  const steps = path.split('.')
  for (const [index, step] of steps.entries()) {
    const key = step.replace('[]', '')
    at = at ? `${at}.${step}` : step
    here = solid(here.properties?.[key] ?? {})
    const last = index === steps.length - 1
    if (step.endsWith('[]')) {
      const items = solid(here.items ?? {})
      const others = ((target[key] as unknown[] | undefined) ?? []).slice(1)
      if (last) {
        target[key] = [id, ...others]
        return copy
      }
      const known = (target[key] as Record<string, unknown>[] | undefined)?.[0]
      const item = known ?? (sampleOf(items, idOf, at) as Record<string, unknown>)
      target[key] = [item, ...others]
      target = item
      here = items
    } else if (last) target[key] = id
    else {
      target[key] ??= sampleOf(here, idOf, at)
      target = target[key] as Record<string, unknown>
    }
  }
  return copy
}
