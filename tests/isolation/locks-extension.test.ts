import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { modelNamed, tenantModels } from '@/tests/support/models'
import { fingerprint, ownerClient } from '@/tests/support/rows'
import { twinSchools, type WholeSchool } from '@/tests/support/whole-school'
import { markSchool } from './doors/mark'
import { brief, poolsOf, runs, seed, trialOf } from './tree-trial'
import { calls } from './trees'

// The extension alone: a database without a single key between the tables of schools.

let a: WholeSchool
let b: WholeSchool
let marker: string

beforeAll(async () => {
  ;({ a, b } = await twinSchools())
  marker = (await markSchool(b)).marker
  const client = await ownerClient()
  // A person's name is the platform's, and shown to whoever knows the person's id.
  await client.query('update users set full_name = replace(full_name, $1, $2)', [marker, 'Persona'])
  const tables = tenantModels.map(({ table }) => table)
  const { rows } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
      where contype = 'f' and conrelid::regclass::text = any($1) and confrelid::regclass::text = any($1)`,
    [tables],
  )
  expect(rows.length).toBeGreaterThan(90)
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint "${name}"`)
})

const number = Math.ceil(runs / 2)
const patience = 120_000 + runs * 40

it(
  `reads and changes nothing of the other school in ${number} random calls`,
  async () => {
    const before = await fingerprint(b.id)
    const { attempt, pools, score } = await trialOf(a, b, { keys: false, marker })
    await fc.assert(
      fc.asyncProperty(calls(pools), async (call) => void (await attempt(call))),
      {
        numRuns: number,
        seed,
        endOnFailure: brief,
      },
    )
    expect(await fingerprint(b.id)).toEqual(before)
    console.log(`extension alone: ${number} calls, nothing foreign; ${JSON.stringify(score)}`)
    expect(score.answered, JSON.stringify(score)).toBeGreaterThan(number / 8)
  },
  patience,
)

it(
  `nor in ${number} more when every link of its rows leads to the other school`,
  async () => {
    const client = await ownerClient()
    // Every link leads to the same foreign row: a year cannot go on to itself, nor twice to another.
    await client.query('alter table rollovers drop constraint chk_rollovers_years')
    for (const name of ['uq_rollovers_years', 'uq_rollover_students_enrollment'])
      await client.query(`drop index ${name}`)
    const ids = await poolsOf(a, b)
    const planted = new Set<string>()
    for (const { table, scalars } of tenantModels)
      for (const { target, column } of scalars) {
        if (!target || !modelNamed(target).tenant) continue
        const id = ids.theirs[target]![0]!
        await client.query(`update ${table} set ${column} = $1 where school_id = $2 and ${column} is not null`, [
          id,
          a.id,
        ])
        planted.add(id)
      }
    const before = await fingerprint(b.id)
    const { attempt, pools, score } = await trialOf(a, b, { keys: false, marker, planted })
    await fc.assert(
      fc.asyncProperty(calls(pools), async (call) => void (await attempt(call))),
      {
        numRuns: number,
        seed: seed + 1,
        endOnFailure: brief,
      },
    )
    expect(await fingerprint(b.id)).toEqual(before)
    console.log(`extension alone, links planted: ${number} calls, nothing foreign; ${JSON.stringify(score)}`)
  },
  patience,
)
