import { TenancyError } from '../errors'
import { database } from './client'

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

/**
 * Hot reads of one school. The statement must compare `school_id` with the school of the context:
 * a text without it, or a value that is not that school's, never reaches the database.
 */
export function schoolSql(schoolId: string): Sql {
  return async <Row>(texts: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> => {
    const statement = { text: '', values: [] as unknown[] }
    flatten(texts, values, statement)
    const bound = /school_id = \$(\d+)/.exec(statement.text)?.[1]
    if (!bound || statement.values[Number(bound) - 1] !== schoolId)
      throw new TenancyError('a statement without its school')
    const { rows } = await database().pool.query(statement.text, statement.values)
    return rows as Row[]
  }
}
