import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Client } from 'pg'

/** What a bench database starts with: plans are written to its log when `explain` asks for them. */
export const explainSettings: Record<string, string> = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_format': 'json',
}

type Node = {
  'Node Type': string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Node[]
}

export type Statement = { text: string; read: number; returned: number }

const reads = (node: Node): number => {
  const below = (node.Plans ?? []).reduce((sum, inner) => sum + reads(inner), 0)
  const type = node['Node Type']
  // An index scan below a bitmap gives pointers, and the others read no table.
  if (!type.endsWith('Scan') || /^(Bitmap Index|Subquery|CTE|Function|WorkTable|Values)/.test(type)) return below
  const rows =
    (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  return below + rows * (node['Actual Loops'] ?? 1)
}

/** Rows that leave the statement; a list that is packed into one JSON value counts with the rows of its LIMIT. */
function returns(node: Node): number {
  const listed = (inner: Node): number =>
    Math.max(inner['Node Type'] === 'Limit' ? (inner['Actual Rows'] ?? 0) : 0, ...(inner.Plans ?? []).map(listed))
  return Math.max(1, node['Actual Rows'] ?? 0, listed(node))
}

/**
 * The statements that one request makes, with how many rows each read and returned (EXPLAIN ANALYZE of the very statement).
 * @param log file that PostgreSQL writes to
 */
export async function explain(
  superuserUrl: string,
  log: string,
  request: () => Promise<unknown>,
): Promise<Statement[]> {
  await request()
  const client = new Client(superuserUrl)
  await client.connect()
  const set = async (value: string) => {
    await client.query(`alter system set auto_explain.log_min_duration = '${value}'`)
    await client.query('select pg_reload_conf()')
    // Connections read it before their next statement.
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  try {
    await set('0')
    const from = statSync(log).size
    await request()
    await new Promise((resolve) => setTimeout(resolve, 100))
    const text = await tail(log, from)
    return statementsIn(text).filter(({ text: statement }) => !/pg_reload_conf|^alter system/i.test(statement))
  } finally {
    await client.query('alter system reset auto_explain.log_min_duration')
    await client.query('select pg_reload_conf()')
    await client.end()
  }
}

async function tail(file: string, from: number): Promise<string> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const buffer = Buffer.alloc(Math.max(0, size - from))
    await handle.read(buffer, 0, buffer.length, from)
    return buffer.toString('utf8')
  } finally {
    await handle.close()
  }
}

export function statementsIn(log: string): Statement[] {
  return [...log.matchAll(/ plan:\n((?:\t.*\n?)+)/g)].flatMap(([, block = '']) => {
    const { 'Query Text': text, Plan: plan } = JSON.parse(block.replaceAll(/^\t/gm, '')) as {
      'Query Text': string
      Plan: Node
    }
    return [{ text: text.replaceAll(/\s+/g, ' ').trim(), read: reads(plan), returned: returns(plan) }]
  })
}
