import { createHash } from 'node:crypto'
import { TenancyError } from '../errors'
import { database } from './client'
import { schoolParameters } from './sql-check'

/** A tagged template that runs one parameterised statement and gives its rows. */
export type Sql = <Row>(text: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]>

/** A piece of a statement: `fragment` builds them, `sql` takes them in, values stay parameters. */
export class Fragment {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

export const fragment = (texts: TemplateStringsArray, ...values: unknown[]): Fragment => new Fragment(texts, values)
export const nothing = fragment``

function flatten(texts: readonly string[], values: readonly unknown[], out: { text: string; values: unknown[] }): void {
  for (const [index, text] of texts.entries()) {
    out.text += text
    if (index >= values.length) continue
    const value = values[index]
    if (value instanceof Fragment) {
      flatten(value.texts, value.values, out)
      continue
    }
    out.values.push(value)
    out.text += `$${out.values.length}`
  }
}

const names = new Map<string, string>()
const mostNames = 500

/** A statement with a name is parsed and planned once for each connection; the texts are few, and one too many goes without. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= mostNames) return known
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/**
 * Hot reads of one school; see schoolParameters for what a statement must look like.
 * A text without its school, or a value that is not that school's, never reaches the database.
 */
export function schoolSql(schoolId: string): Sql {
  return async <Row>(texts: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> => {
    const statement = { text: '', values: [] as unknown[] }
    flatten(texts, values, statement)
    if (schoolParameters(statement.text).some((position) => statement.values[position] !== schoolId))
      throw new TenancyError("sql: a value that is not the school's")
    const { rows } = await database().pool.query({ name: nameOf(statement.text), ...statement })
    return rows as Row[]
  }
}
