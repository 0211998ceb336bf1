import path from 'node:path'
import { schemaFiles } from './files.ts'

export type SchemaColumn = { name: string; type: string; optional: boolean; isKey: boolean }
export type SchemaLink = { from: string; to: string; column: string; optional: boolean; single: boolean }
export type SchemaTable = { name: string; noun: string; about: string; columns: SchemaColumn[]; links: SchemaLink[] }

const TYPES: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  Decimal: 'numeric',
  Json: 'jsonb',
}
const NATIVE: [RegExp, string][] = [
  [/@db\.Uuid/, 'uuid'],
  [/@db\.VarChar/, 'varchar'],
  [/@db\.Date\b/, 'date'],
  [/@db\.Timestamptz/, 'timestamptz'],
]

type Parsed = { model: string; noun: string; about: string; table: string; body: string }

/** The tables as prisma/schema writes them, by file and in its order, with the keys between them. */
export function schemaTables(): SchemaTable[] {
  const parsed = schemaFiles().flatMap(({ path: file, content }) =>
    [...content.matchAll(/((?:^\/\/\/ .*\n)*)^model (\w+) \{([\s\S]*?)^\}/gm)].map(
      ([, about = '', model = '', body = '']): Parsed => ({
        model,
        noun: path.basename(file, '.prisma'),
        about: about
          .replaceAll(/^\/\/\/ /gm, '')
          .trim()
          .replaceAll('\n', ' '),
        table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model,
        body,
      }),
    ),
  )
  const tableOf = new Map(parsed.map(({ model, table }) => [model, table]))
  return parsed.map(({ noun, about, table, body }) => {
    const fields = [...body.matchAll(/^ {2}(\w+)\s+(\w+)(\[\]|\?)?(.*)$/gm)].map(
      ([, name = '', type = '', mark, rest = '']) => ({
        name,
        type,
        mark,
        rest,
      }),
    )
    const columnOf = (name: string) => {
      const rest = fields.find((field) => field.name === name)?.rest ?? ''
      return /@map\("(\w+)"\)/.exec(rest)?.[1] ?? name
    }
    const alone = [...body.matchAll(/@@unique\(\[([^\]]*)\]/g)].map(([, list = '']) => list)
    const columns = fields
      .filter(({ type, mark }) => mark !== '[]' && !tableOf.has(type))
      .map(({ name, type, mark, rest }) => ({
        name: columnOf(name),
        type: NATIVE.find(([pattern]) => pattern.test(rest))?.[1] ?? TYPES[type] ?? type.toLowerCase(),
        optional: mark === '?',
        isKey: name === 'id' || / @id\b/.test(rest),
      }))
    const links = fields.flatMap(({ type, mark, rest }) => {
      const to = tableOf.get(type)
      const key = /fields: \[([^\]]*)\]/.exec(rest)?.[1]?.split(', ')
      if (!to || !key) return []
      const column = columnOf(key.at(-1) ?? '')
      return [
        {
          from: table,
          to,
          column,
          optional: mark === '?',
          single: alone.includes(key.join(', ')) || columns.some((one) => one.name === column && one.isKey),
        },
      ]
    })
    return { name: table, noun, about, columns, links }
  })
}
