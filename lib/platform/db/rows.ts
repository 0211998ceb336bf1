import { TenancyError } from '../errors'
import { newId } from '../new-id'
import { database } from './client'
import { registry } from './registry'
import { nameOf } from './sql'
import { type Transaction, withoutScope } from './tenant'

/** Values by the names of columns; PostgreSQL takes the types from the table. */
type Columns = Record<string, unknown>

/**
 * Rows of one school, written and read back without the client, which takes eight times as long for a statement and more for
 * many rows. There is no text to write: the school is the caller's in each statement, and a row cannot name one.
 */
export type SchoolRows = {
  /** Many rows in one statement, all of the same columns; a row that names no `id` gets a new one. */
  insert: <Row = { id: string }>(
    table: string,
    rows: readonly Columns[],
    options?: { skip?: boolean; returning?: string[] },
  ) => Promise<Row[]>
  /** @returns the columns of the rows that were changed */
  update: <Row = { id: string }>(table: string, where: Columns, data: Columns, returning?: string[]) => Promise<Row[]>
  /** `lock`: nobody else changes the rows until the transaction ends; they are taken in the order of their ids. */
  find: <Row>(table: string, where: Columns, columns: string[], options?: { lock?: boolean }) => Promise<Row[]>
}

type Ask = (text: string, values: unknown[]) => Promise<unknown[]>

const schoolTables = new Set(Object.values(registry).flatMap(({ tenant, table }) => (tenant ? [table] : [])))

function check(table: string, columns: string[]): void {
  if (!schoolTables.has(table)) throw new TenancyError(`${table} is no table of a school`)
  const foreign = columns.find((column) => column === 'school_id' || !/^[a-z_]+$/.test(column))
  if (foreign !== undefined) throw new TenancyError(`${foreign} of ${table} is not for the caller to say`)
  if (columns.length === 0) throw new TenancyError(`no column of ${table}`)
}

const holds = (where: Columns) =>
  Object.entries(where)
    .map(([column, value]) => ` and t.${column} ${value === null ? 'is null' : `= w.${column}`}`)
    .join('')

export function schoolRows(ask: Ask, schoolId: string): SchoolRows {
  const run = async <Row>(text: string, ...values: unknown[]) =>
    (await ask(text, [schoolId, ...values.map((value) => JSON.stringify(value))])) as Row[]
  return {
    insert: async (table, rows, { skip = false, returning = ['id'] } = {}) => {
      const named = rows.map((row): Columns => ({ id: newId(), ...row }))
      if (!named[0]) return []
      const columns = Object.keys(named[0])
      check(table, [...columns, ...returning])
      if (named.some((row) => Object.keys(row).join() !== columns.join()))
        throw new TenancyError(`rows of different columns for ${table}`)
      const values = columns.map((column) => `r.${column}`)
      return run(
        `insert into ${table} (school_id, ${columns}) select $1::uuid, ${values}
           from json_populate_recordset(null::${table}, $2::json) r${skip ? ' on conflict do nothing' : ''} returning ${returning}`,
        named,
      )
    },
    update: async (table, where, data, returning = ['id']) => {
      const [named, changed] = [Object.keys(where), Object.keys(data)]
      check(table, [...named, ...changed, ...returning])
      return run(
        `update ${table} t set ${changed.map((column) => `${column} = d.${column}`)}
           from json_populate_record(null::${table}, $2::json) w, json_populate_record(null::${table}, $3::json) d
          where t.school_id = $1::uuid${holds(where)} returning ${returning.map((column) => `t.${column}`)}`,
        where,
        data,
      )
    },
    find: async (table, where, columns, { lock = false } = {}) => {
      const named = Object.keys(where)
      check(table, [...named, ...columns])
      return run(
        `select ${columns.map((column) => `t.${column}`)} from ${table} t, json_populate_record(null::${table}, $2::json) w
          where t.school_id = $1::uuid${holds(where)}${lock ? ' order by t.id for update of t' : ''}`,
        where,
      )
    },
  }
}

/** In the client's transaction. */
export const rowsWithin = (tx: Transaction, schoolId: string): SchoolRows =>
  schoolRows((text, values) => withoutScope(() => tx.$queryRawUnsafe<unknown[]>(text, ...values)), schoolId)

/** In a transaction of its own, on a connection of its own. */
export async function rowsAlone<T>(schoolId: string, work: (rows: SchoolRows) => Promise<T>): Promise<T> {
  const connection = await database().pool.connect()
  const ask: Ask = async (text, values) => (await connection.query({ name: nameOf(text), text, values })).rows
  try {
    await connection.query('begin')
    const result = await work(schoolRows(ask, schoolId))
    await connection.query('commit')
    connection.release()
    return result
  } catch (error) {
    // A connection that cannot even roll back is not given to anybody else.
    await connection.query('rollback').then(
      () => connection.release(),
      () => connection.release(true),
    )
    throw error
  }
}
