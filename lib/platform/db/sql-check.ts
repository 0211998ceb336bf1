import { TenancyError } from '../errors'

/** Tables that belong to no school: they need no comparison of their own. */
const globalTables = new Set(['schools', 'users', 'user_credentials', 'auth_sessions', 'user_tokens'])
const comparison = /\bschool_id\s*(=|<>|!=|<|>|\b(?:in|is|not|like|between|any)\b)\s*(\$\d+|(?:\w+\.)?school_id\b)?/gi
const source = /\b(?:from|join)\s+(?:only\s+|lateral\s+)?([a-z_]\w*)(?!\w)(\s*\()?/gi
const named = /(?:\bwith\s+(?:recursive\s+)?|,\s*)([a-z_]\w*)\s+as\s+(?:materialized\s+|not\s+materialized\s+)?\(/gi
/** Words that read `from` without naming a table. */
const otherFrom = /\b(?:extract|substring|trim|overlay)\s*\([^()]*?\bfrom\b|\bdistinct\s+from\b/gi
const commaJoin = /\bfrom\s+[a-z_]\w*(?:\s+(?:as\s+)?[a-z_]\w*)?\s*,\s*(?!lateral\b)[a-z_]\w*(?!\w|\s*\()/i
const writes = /\b(?:insert|update|delete|merge|truncate|alter|create|drop|grant|revoke|copy|call|do|set)\b|;/i

/** Numbers of the parameters that each statement compares its school with; the texts are few and written by us. */
const checked = new Map<string, number[]>()

/**
 * Looks at a statement of one school: a single read, every `school_id` compared with `=` to a parameter or to another
 * `school_id`, and as many comparisons as tables, so that none is read beyond the school.
 * @returns positions (from 0) of the parameters that must be the school's id; at least one
 * @throws TenancyError
 */
export function schoolParameters(text: string): number[] {
  const known = checked.get(text)
  if (known) return known
  const refuse = (what: string): never => {
    throw new TenancyError(`sql: ${what}`)
  }
  if (!/^\s*(?:select|with)\b/i.test(text) || writes.test(text)) refuse('one read, nothing else')
  if (/--|\/\*/.test(text)) refuse('comments belong beside the statement')
  if (commaJoin.test(text)) refuse('join tables with join, not with a comma')
  if (/\bnot\s+(?:\w+\.)?school_id\b/i.test(text)) refuse('school_id may not be negated')
  const parameters: number[] = []
  let comparisons = 0
  for (const [, operator, other] of text.matchAll(comparison)) {
    if (operator !== '=' || !other) refuse('school_id may only be compared with = to its school or another school_id')
    comparisons += 1
    if (other?.startsWith('$')) parameters.push(Number(other.slice(1)) - 1)
  }
  if (parameters.length === 0) refuse('a statement without its school')
  const ctes = new Set([...text.matchAll(named)].map(([, name]) => name?.toLowerCase()))
  const tables = [...text.replace(otherFrom, '').matchAll(source)]
    .filter(([, name, call]) => !call && name?.toLowerCase() !== 'lateral')
    .map(([, name]) => name?.toLowerCase() ?? '')
    .filter((name) => !ctes.has(name) && !globalTables.has(name))
  if (tables.length > comparisons) refuse(`a table is read beyond the school: ${tables.join(', ')}`)
  if (checked.size < 1000) checked.set(text, parameters)
  return parameters
}
