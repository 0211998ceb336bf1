import { expect } from 'vitest'
import { database } from '@/lib/platform/db/client'
import { type Transaction, tenantClient, withoutScope } from '@/lib/platform/db/tenant'
import { TenancyError } from '@/lib/platform/errors'
import { tenantModels } from '@/tests/support/models'
import { fingerprint, ownerClient, rowIds } from '@/tests/support/rows'
import type { WholeSchool } from '@/tests/support/whole-school'
import type { Ids, Pools, Tree } from './tree-values'
import type { Call } from './trees'

export const writing = /^(create|update|upsert|delete)/
export const seed = Number(process.env.FUZZ_SEED ?? 20260121)
/** Says which call failed, and looks for no smaller one. */
export const brief = process.env.FUZZ_BRIEF === 'yes'
export const runs = Number(process.env.FUZZ_RUNS ?? 2000)

export type Delegates = Record<string, Record<string, (args: unknown) => PromiseLike<unknown>>>
export type Score = { refused: number; answered: number; failed: number }

export class Rollback extends Error {}

async function aRowOfEach(schoolId: string): Promise<Record<string, Tree>> {
  const rows: Record<string, Tree> = {}
  for (const { name, delegate } of tenantModels) {
    const row = await (database().prisma as unknown as Delegates)[delegate]!.findFirst!({ where: { schoolId } })
    rows[name] = row as Tree
  }
  return rows
}

/** What a random call may name: ids of both schools, and the people of both, whose names are nobody's secret. */
export async function poolsOf(a: WholeSchool, b: WholeSchool): Promise<Pools> {
  const [mine, theirs] = [await rowIds(a.id), await rowIds(b.id)]
  for (const ids of [mine, theirs]) for (const [model, list] of Object.entries(ids)) expect(list, model).not.toEqual([])
  const people = (school: WholeSchool): Ids => ({ User: Object.values(school.members).map(({ userId }) => userId) })
  const [rows, theirRows] = [await aRowOfEach(a.id), await aRowOfEach(b.id)]
  return {
    rows,
    theirRows,
    mine: { ...mine, ...people(a), School: [a.id] },
    theirs: { ...theirs, ...people(b), School: [b.id] },
    mySchool: a.id,
    theirSchool: b.id,
  }
}

const omitPeople = (hashes: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(hashes).filter(([table]) => !/^(users|user_credentials|auth_sessions)$/.test(table)),
  )

const peopleOf = async (ids: string[]) =>
  (await (await ownerClient()).query('select * from users where id = any($1) order by id', [ids])).rows

/** Ids of the other school's rows: its people are not among them. */
const idsOf = (pools: Pools): Set<string> =>
  new Set(Object.entries(pools.theirs).flatMap(([model, ids]) => (model === 'User' ? [] : ids)))

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
export const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? Number(inner) : inner)) ?? ''

export type Trial = {
  score: Score
  /** One call in a transaction that is taken back, with a look at both schools before that. True when it had an answer. */
  attempt: (call: Call) => Promise<boolean>
  /** Calls that are saved together. */
  batch: (calls: Call[]) => Promise<keyof Score>
  /** Looks, inside a transaction, at what it has written so far. */
  lookAround: (client: Transaction) => Promise<void>
}

/**
 * Random calls as school `a`, and what must hold after each of them: no id or word of `b` in the answer, no row of `b`
 * changed, no row of `a` that names one of `b`'s.
 * @param marker stands in `b`'s rows and nowhere else
 * @param keys false: the database has no keys, so a row of `a` may name what it likes, as long as that leads nowhere
 */
export async function trialOf(
  a: WholeSchool,
  b: WholeSchool,
  { keys = true, marker = b.id, planted = new Set<string>() } = {},
): Promise<Trial & { pools: Pools }> {
  const pools = await poolsOf(a, b)
  const foreign = idsOf(pools)
  const before = await fingerprint(b.id)
  const withoutPeople = omitPeople(before)
  const people = await peopleOf(pools.theirs.User!)
  const score = { refused: 0, answered: 0, failed: 0 }
  const counts = new Map(tenantModels.map(({ name }) => [name, pools.mine[name]!.length]))

  const count = (error: unknown): keyof Score => {
    if (error instanceof TenancyError) score.refused += 1
    else if (error instanceof Error && error.name.startsWith('Prisma')) score.failed += 1
    else throw error
    return error instanceof TenancyError ? 'refused' : 'failed'
  }

  /** Only the tables that this connection has just written to: a look at all of them would be most of the run. */
  async function lookAround(client: Transaction): Promise<void> {
    const ask = <Row>(text: string, ...values: unknown[]) =>
      withoutScope(() => client.$queryRawUnsafe<Row[]>(text, ...values))
    const touched = await ask<{ name: string }>(
      `select relname::text as name from pg_stat_xact_user_tables
        where schemaname = 'public' and n_tup_ins + n_tup_upd + n_tup_del > 0`,
    )
    const tables = touched.map(({ name }) => name)
    const now = await fingerprint(b.id, { tables, ask: (text, values) => ask(text, ...values) })
    for (const [table, hash] of Object.entries(now)) expect(hash, `${table} of the other school`).toBe(before[table])
    if (!keys) return
    for (const { table } of tenantModels.filter((model) => tables.includes(model.table))) {
      const rows = await ask<{ row: string }>(
        `select to_jsonb(t)::text as row from ${table} t where school_id = $1::uuid`,
        a.id,
      )
      expect(foreignIn(rows.map(({ row }) => row).join(' ')), `a row of ${table} names the other school's`).toEqual([])
    }
  }

  const foreignIn = (text: string, said = '') =>
    [...new Set(text.match(uuid))].filter((id) => foreign.has(id) && !planted.has(id) && !said.includes(id))

  function lookAt(call: Call, result: unknown): void {
    const text = textOf(result)
    const name = `${call.model}.${call.operation}`
    // Without keys a row may hold an id that the caller brought along.
    expect(foreignIn(text, keys ? '' : textOf(call.args)), name).toEqual([])
    expect(text, name).not.toContain(marker)
    const counted = countOf(call.operation, result)
    if (counted !== null && counts.has(call.model))
      expect(counted, `${name} counts more rows than the school has`).toBeLessThanOrEqual(counts.get(call.model)!)
  }

  return {
    score,
    pools,
    lookAround,
    async attempt(call) {
      let result: unknown
      try {
        await tenantClient(a.id).$transaction(async (client) => {
          result = await (client as unknown as Delegates)[call.delegate]![call.operation]!(call.args)
          if (writing.test(call.operation)) await lookAround(client as unknown as Transaction)
          throw new Rollback()
        })
      } catch (error) {
        if (error instanceof Rollback) score.answered += 1
        else count(error)
      }
      lookAt(call, result)
      return result !== undefined
    },
    async batch(calls) {
      const client = tenantClient(a.id)
      let results: unknown[] = []
      let outcome: keyof Score
      try {
        const asked = calls.map((call) => (client as unknown as Delegates)[call.delegate]![call.operation]!(call.args))
        results = await client.$transaction(asked as Parameters<typeof client.$transaction>[0] & [])
        score.answered += 1
        outcome = 'answered'
        // From here on the school may have more rows than were counted.
        counts.clear()
      } catch (error) {
        outcome = count(error)
      }
      for (const [index, result] of results.entries()) lookAt({ ...calls[index]!, model: '' }, result)
      // Who is in no other school changes with the other school's memberships; a person's own row may not.
      const rest = omitPeople(await fingerprint(b.id))
      expect(rest).toEqual(withoutPeople)
      expect(await peopleOf(pools.theirs.User!)).toEqual(people)
      return outcome
    },
  }
}

function countOf(operation: string, result: unknown): number | null {
  const of = (value: unknown) => (value as { _count?: unknown } | undefined)?._count
  if (operation === 'count') return typeof result === 'number' ? result : null
  if (operation === 'aggregate') return typeof of(result) === 'number' ? (of(result) as number) : null
  if (operation !== 'groupBy' || !Array.isArray(result)) return null
  return result.reduce((sum: number, group) => sum + Number(of(group) ?? 0), 0)
}
