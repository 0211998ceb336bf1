import type { Rule } from './sources.ts'

const SQL_TAG = /\b(sql|fragment)(?:<[^`]*?>)?`/g

/** SQL stands in files that say so, and every statement names its school. */
export const sqlRule: Rule = ({ file, text, isTest }) => {
  if (isTest || !/^(lib\/domain|app|components)\//.test(file)) return
  const tags = new Set([...text.matchAll(SQL_TAG)].map(([, tag]) => tag))
  if (tags.has('sql') && !file.endsWith('/sql.ts')) return 'must not use sql``: it belongs in a file named sql.ts'
  if (tags.has('fragment') && !/\/(sql|policy)\.ts$/.test(file))
    return 'must not use fragment``: sql.ts and policy.ts hold SQL'
  if (!file.endsWith('/sql.ts')) return
  return statementsOf(text)
    .filter((statement) => !demandsSchool(statement, text))
    .map((statement) => `needs \`school_id = \` in: ${statement.trim().split('\n')[0]?.slice(0, 70)}`)
}

/** The bodies of sql`…`, with templates inside their blanks. */
function statementsOf(text: string): string[] {
  return [...text.matchAll(/\bsql(?:<[^`]*?>)?`/g)].map((match) => {
    const start = match.index + match[0].length
    return text.slice(start, endOfTemplate(text, start))
  })
}

function endOfTemplate(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '`') return at
    else if (text.startsWith('${', at)) at = endOfBlank(text, at + 2)
  }
  return text.length
}

function endOfBlank(text: string, start: number): number {
  let depth = 1
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '`') at = endOfTemplate(text, at + 1)
    else if (text[at] === '{') depth += 1
    else if (text[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  return text.length
}

/** In the statement itself, or in a fragment of the same file that it takes in, or in one that this takes in. */
function demandsSchool(statement: string, text: string, depth = 0): boolean {
  if (/\bschool_id\s*=/.test(statement)) return true
  if (depth > 4) return false
  const taken = [...statement.matchAll(/\$\{(\w+)/g)].map(([, name]) => name)
  return taken.some((name) => {
    const definition = new RegExp(`\\b(?:const|function) ${name}\\b[^\\x60]*?\\bfragment\\x60`).exec(text)
    if (!definition) return false
    const start = definition.index + definition[0].length
    return demandsSchool(text.slice(start, endOfTemplate(text, start)), text, depth + 1)
  })
}
