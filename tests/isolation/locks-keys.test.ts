import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { database } from '@/lib/platform/db/client'
import { type Field, type Model, modelNamed, tenantModels } from '@/tests/support/models'
import { fingerprint, ownerClient } from '@/tests/support/rows'
import { twinSchools, type WholeSchool } from '@/tests/support/whole-school'
import { brief, type Delegates, poolsOf, Rollback, runs, seed, trialOf } from './tree-trial'
import type { Pools } from './tree-values'

// The keys alone: no extension before them.

type Link = { model: Model; field: Field; target: string }
type Outcome = 'refused by its key' | 'refused by another rule' | 'stored'

const links: Link[] = tenantModels.flatMap((model) =>
  model.scalars.flatMap((field) =>
    field.target && modelNamed(field.target).tenant ? [{ model, field, target: field.target }] : [],
  ),
)

let a: WholeSchool
let b: WholeSchool
let pools: Pools

beforeAll(async () => {
  ;({ a, b } = await twinSchools())
  pools = await poolsOf(a, b)
  // A check, or a link that only one row may have, refuses for its own reasons and would hide whether the key does.
  const client = await ownerClient()
  const { rows } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace`,
  )
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint "${name}"`)
  const single = await client.query<{ name: string }>(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class t on t.oid = i.indrelid
      where t.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary
        and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
  )
  for (const { name } of single.rows) await client.query(`drop index ${name}`)
})

const refusedBy = (error: { code?: string }): Outcome =>
  error.code === '23503' ? 'refused by its key' : 'refused by another rule'

/** What became of a statement of the owner's, who has every right; it is taken back. */
async function outcomeOf(text: string, values: unknown[]): Promise<Outcome> {
  const client = await ownerClient()
  await client.query('begin')
  try {
    const { rowCount } = await client.query(text, values)
    // Keys that wait for the end of the transaction speak now.
    await client.query('set constraints all immediate')
    expect(rowCount, text).toBeGreaterThan(0)
    return 'stored'
  } catch (error) {
    return refusedBy(error as { code?: string })
  } finally {
    await client.query('rollback')
  }
}

it('refuse each link of each table to another school’s row, and take the same link to an own one', async () => {
  expect(links.length).toBeGreaterThan(90)
  const score = { 'refused by its key': 0, 'refused by another rule': 0, stored: 0 }
  const open: string[] = []
  for (const { model, field, target } of links) {
    const text = `update ${model.table} set ${field.column} = $1 where school_id = $2`
    const foreign = await outcomeOf(text, [pools.theirs[target]![0], a.id])
    score[foreign] += 1
    const own = await outcomeOf(text, [pools.mine[target]![0], a.id])
    if (foreign !== 'refused by its key' || own === 'refused by its key')
      open.push(`${model.table}.${field.column}: foreign ${foreign}, own ${own}`)
  }
  console.log(`keys alone, each link once: ${JSON.stringify(score)} of ${links.length}`)
  expect(open).toEqual([])
})

/** The ways in which the client stores a link, with the keys as the application's role meets them. */
const ways = [
  'update',
  'updateMany',
  'create',
  'createMany',
  'upsert',
  'connect',
  'connect from the other side',
] as const
type Attempt = { link: Link; way: (typeof ways)[number]; id: string }

const attempts = (): fc.Arbitrary<Attempt> =>
  fc.constantFrom(...links).chain((link) =>
    fc.record({
      link: fc.constant(link),
      way: fc.constantFrom(...ways),
      id: fc.constantFrom(...pools.theirs[link.target]!),
    }),
  )

/** The call that would store the link; null where the model has no such way. */
function callOf({ link: { model, field, target }, way, id }: Attempt) {
  const own = { schoolId: a.id, id: pools.mine[model.name]![0]! }
  const there = model.name === 'SchoolSettings' ? { schoolId: a.id } : { schoolId_id: own }
  const copy = Object.fromEntries(
    Object.entries(pools.rows[model.name]!).filter(([name, value]) => value !== null && !/^(id|fullName)$/.test(name)),
  )
  const row = { ...copy, [field.name]: id }
  const change = { [field.name]: id }
  const foreign = { schoolId_id: { schoolId: b.id, id } }
  const relation = model.relations.find(({ type, shape }) => type === target && shape !== 'many')
  const back = modelNamed(target).relations.find(({ type }) => type === model.name)
  switch (way) {
    case 'update':
      return { on: model, operation: 'update', args: { where: there, data: change } }
    case 'updateMany':
      return { on: model, operation: 'updateMany', args: { where: { schoolId: a.id }, data: change } }
    case 'create':
      return { on: model, operation: 'create', args: { data: row } }
    case 'createMany':
      return { on: model, operation: 'createMany', args: { data: [row], skipDuplicates: true } }
    case 'upsert':
      return { on: model, operation: 'upsert', args: { where: there, create: row, update: change } }
    case 'connect':
      return (
        relation && {
          on: model,
          operation: 'update',
          args: { where: there, data: { [relation.name]: { connect: foreign } } },
        }
      )
    default:
      return (
        back && {
          on: modelNamed(target),
          operation: 'update',
          args: { where: foreign, data: { [back.name]: { connect: { schoolId_id: own } } } },
        }
      )
  }
}

const number = Math.ceil(runs / 4)

it(`let none of ${number} random links of the plain client stand`, async () => {
  const { lookAround } = await trialOf(a, b)
  const before = await fingerprint(b.id)
  const score: Record<string, number> = {}
  const count = (outcome: string) => {
    score[outcome] = (score[outcome] ?? 0) + 1
  }
  const attempt = async (tried: Attempt) => {
    const call = callOf(tried)
    if (!call) return count('no such way')
    try {
      await database().prisma.$transaction(async (client) => {
        await (client as unknown as Delegates)[call.on.delegate]![call.operation]!(call.args)
        // What is left out because it is there already is no link.
        await lookAround(client)
        throw new Rollback()
      })
    } catch (error) {
      if (error instanceof Rollback) count('nothing stored')
      else if (!(error instanceof Error && error.name.startsWith('Prisma'))) throw error
      else count(ruleOf(error as Error & { code?: string }))
    }
  }
  await fc.assert(fc.asyncProperty(attempts(), attempt), { numRuns: number, seed, endOnFailure: brief })
  console.log(`keys alone, random links: 0 stored of ${number}; ${JSON.stringify(score)}`)
  expect(await fingerprint(b.id)).toEqual(before)
  expect(score['refused by a key'], JSON.stringify(score)).toBeGreaterThan(number / 3)
}, 240_000)

function ruleOf({ code, message, name }: Error & { code?: string }): string {
  if (code === 'P2003') return 'refused by a key'
  if (/denied|42501/.test(message) || code === 'P2010') return 'refused by the rights'
  if (code === 'P2002') return 'refused by a unique index'
  return name === 'PrismaClientValidationError' ? 'not to be said' : `refused by ${code ?? 'another rule'}`
}
