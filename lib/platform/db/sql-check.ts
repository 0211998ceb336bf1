import { TenancyError } from '../errors'

/** Tables that belong to no school: they need no comparison of their own. */
const globalTables = new Set([
  'schools',
  'users',
  'user_credentials',
  'user_second_factors',
  'auth_sessions',
  'user_tokens',
])
const comparison =
  /(\w+\s+|\()?(?:(\w+)\.)?\bschool_id\s*(=|<>|!=|<|>|\b(?:in|is|not|like|between|any)\b)\s*(\$\d+|(?:\w+\.)?school_id\b)?/gi
const source = /\b(?:from|join)\s+(?:only\s+|lateral\s+)?([a-z_]\w*)(?!\w)(\s*\()?(?:\s+(?:as\s+)?([a-z_]\w*))?/gi
/** What follows a table that has no name of its own. */
const noName =
  /^(?:on|where|join|left|right|full|inner|cross|natural|group|order|limit|offset|union|except|intersect|having)$/i
const named = /(?:\bwith\s+(?:recursive\s+)?|,\s*)([a-z_]\w*)\s+as\s+(?:materialized\s+|not\s+materialized\s+)?\(/gi
/** A source's own name: of a table or a part, or of a subselect in brackets. */
const renamed = /(?:\b(?:from|join)\s+([a-z_]\w*)|\))\s+(?:as\s+)?([a-z_]\w*)/gi
/** Words that read `from` without naming a table. */
const otherFrom = /\b(?:extract|substring|trim|overlay)\s*\([^()]*?\bfrom\b|\bdistinct\s+from\b/gi
const commaJoin = /\bfrom\s+[a-z_]\w*(?:\s+(?:as\s+)?[a-z_]\w*)?\s*,\s*(?!lateral\b)[a-z_]\w*(?!\w|\s*\()/i
const writes = /\b(?:insert|update|delete|merge|truncate|alter|create|drop|grant|revoke|copy|call|do|set)\b|;/i

/** What a comparison has to follow to hold for every row: in a list of columns it would only be shown. */
const condition = /^(?:where|on|and)\s+$|^\($/i
/** What may follow it: anything else (`is null`, `= false`) would turn it round. */
const follows =
  /^(?:::uuid)?\s*(?:$|\)|(?:and|or|where|group|order|having|limit|offset|union|except|intersect|join|left|inner|cross)\b)/i
const held = /\bschool_id\s*=/i

/**
 * True when rows pass that the school's comparison does not hold: it stands beside an `or`, or in brackets that a `not`,
 * a function or an operator makes something else of.
 * A subselect is a statement of its own, so that what surrounds it loosens nothing inside.
 */
function isLoose(text: string): boolean {
  const bare = text.replace(/'(?:[^']|'')*'/g, "''").replace(/\bcase\b.*?\bend\b/gis, 'case')
  const open = [{ own: '', holds: false }]
  for (const [at, sign] of [...`${bare})`].entries()) {
    const group = open.at(-1)
    if (!group) return true
    if (sign === '(') open.push({ own: '', holds: false })
    else if (sign !== ')') group.own += sign
    else {
      open.pop()
      const holds = group.holds || held.test(group.own)
      if (holds && /\bor\b/i.test(group.own)) return true
      const outside = open.at(-1)
      if (!outside) continue
      const isStatement = /^\s*(?:select|with)\b/i.test(group.own)
      if (
        holds &&
        !isStatement &&
        !(/(?:^|\b(?:where|on|and))\s*$/i.test(outside.own) && follows.test(bare.slice(at + 1)))
      )
        return true
      outside.holds ||= holds && !isStatement
      outside.own += '()'
    }
  }
  return open.length > 0
}

/** Two names of tables whose schools are compared, or one and a parameter. */
type Tie = readonly [string, string]

/**
 * The tables whose school is compared with other tables' only, round in a circle, and never with a parameter.
 * @param parts names of subselects, which are looked at where they stand
 * @param tables names under which tables are read
 */
function untied(ties: Tie[], parts: string[], tables: string[]): string[] {
  const tied = new Set([...parts, ...ties.filter(([, other]) => other.startsWith('$')).map(([name]) => name)])
  for (let before = -1; before < tied.size; ) {
    before = tied.size
    for (const [name, other] of ties) {
      if (other.startsWith('$') || !(tied.has(name) || tied.has(other))) continue
      tied.add(name).add(other)
    }
  }
  // Without a table's name before it, a comparison is of the one table that there is.
  const unnamed = tables.filter((name) => !tied.has(name) && !tied.has(''))
  return [...ties.flatMap(([name]) => (tied.has(name) ? [] : [name || 'school_id'])), ...unnamed]
}

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
  if (isLoose(text)) refuse('an or, or a not, loosens the comparison with the school')
  const parameters: number[] = []
  let comparisons = 0
  const tied: Tie[] = []
  for (const match of text.matchAll(comparison)) {
    const [whole, before = '', name = '', operator, other] = match
    if (operator !== '=' || !other) refuse('school_id may only be compared with = to its school or another school_id')
    if (!condition.test(before) || !follows.test(text.slice(match.index + whole.length)))
      refuse('school_id belongs into the conditions')
    comparisons += 1
    if (other?.startsWith('$')) parameters.push(Number(other.slice(1)) - 1)
    tied.push([name.toLowerCase(), (other ?? '').replace(/\.?school_id$/i, '').toLowerCase()])
  }
  if (parameters.length === 0) refuse('a statement without its school')
  const ctes = new Set([...text.matchAll(named)].map(([, name]) => name?.toLowerCase()))
  const parts = [...text.matchAll(renamed)].flatMap(([, source, name = '']) =>
    !source || ctes.has(source.toLowerCase()) ? [name.toLowerCase()] : [],
  )
  const tables = [...text.replace(otherFrom, '').matchAll(source)]
    .filter(([, name, call]) => !call && name?.toLowerCase() !== 'lateral')
    .map(([, name = '', , own = '']) => ({ table: name.toLowerCase(), as: (noName.test(own) ? '' : own) || name }))
    .filter(({ table }) => !ctes.has(table) && !globalTables.has(table))
  const called = tables.map((read) => read.as.toLowerCase())
  if (tables.length > comparisons) refuse(`a table is read beyond the school: ${called.join(', ')}`)
  const adrift = untied(tied, [...parts, ...[...ctes].map(String)], called)
  if (adrift.length > 0) refuse(`compared with no school in the end: ${adrift.join(', ')}`)
  if (checked.size < 1000) checked.set(text, parameters)
  return parameters
}
