import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Transaction, tenantClient } from '@/lib/platform/db/tenant'
import { TenancyError } from '@/lib/platform/errors'
import { fingerprint } from '@/tests/support/rows'
import { twinSchools } from '@/tests/support/whole-school'
import { brief, runs, seed, trialOf } from './tree-trial'
import { type Call, calls } from './trees'

const patience = 120_000 + runs * 60

it(
  `never reads or changes the other school's rows, in ${runs} random calls`,
  async () => {
    const { a, b } = await twinSchools()
    const { attempt, pools, score } = await trialOf(a, b)
    const before = await fingerprint(b.id)
    await fc.assert(
      fc.asyncProperty(calls(pools), async (call) => void (await attempt(call))),
      { numRuns: runs, seed, endOnFailure: brief },
    )
    expect(await fingerprint(b.id)).toEqual(before)
    console.log(`both locks: ${runs} calls, nothing foreign; ${JSON.stringify(score)}`)
    // A generator that only makes nonsense proves nothing.
    expect(score.answered, JSON.stringify(score)).toBeGreaterThan(runs / 8)
    expect(score.refused, JSON.stringify(score)).toBeGreaterThan(runs / 8)
  },
  patience,
)

const batches = Math.ceil(runs / 20)

it(
  `nor in ${batches} batches that are saved`,
  async () => {
    const score = { refused: 0, answered: 0, failed: 0 }
    // What is saved wears the school away: a fresh pair every now and then.
    for (let done = 0; done < batches; done += 50) {
      const { a, b } = await twinSchools()
      const { pools, attempt, batch } = await trialOf(a, b)
      const one = async (list: Call[]) => {
        // One call that is refused takes its batch along, so most are of those that have an answer alone.
        const good: Call[] = []
        for (const call of list.slice(1)) if (await attempt(call)) good.push(call)
        const outcome = await batch(good.length > 1 ? good : list)
        score[outcome] += 1
      }
      const lists = fc.array(calls(pools), { minLength: 5, maxLength: 9 })
      await fc.assert(fc.asyncProperty(lists, one), {
        numRuns: Math.min(50, batches - done),
        seed: seed + done,
        endOnFailure: brief,
      })
    }
    console.log(`batches: ${JSON.stringify(score)}`)
    expect(score.answered, JSON.stringify(score)).toBeGreaterThan(batches / 10)
  },
  patience,
)

const raw = ['$queryRaw', '$executeRaw', '$queryRawUnsafe', '$executeRawUnsafe'] as const
const statements = ['select * from students', 'update students set first_name = $1', 'delete from students', 'select 1']

it(
  'runs no raw statement, whatever it says and wherever it stands',
  async () => {
    const { a, b } = await twinSchools()
    const before = await fingerprint(b.id)
    const call = fc.record({
      way: fc.constantFrom(...raw),
      text: fc.constantFrom(...statements),
      value: fc.constantFrom(a.id, b.id),
      inside: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(call, async ({ way, text, value, inside }) => {
        const run = (client: unknown) => {
          const ask = (client as Transaction)[way] as (...args: unknown[]) => Promise<unknown>
          return way.endsWith('Unsafe')
            ? ask.call(client, text, value)
            : ask.call(client, Object.assign([text], { raw: [text] }))
        }
        const asked = inside ? tenantClient(a.id).$transaction((client) => run(client)) : run(tenantClient(a.id))
        await expect(asked).rejects.toThrow(TenancyError)
      }),
      { numRuns: 100, seed },
    )
    expect(await fingerprint(b.id)).toEqual(before)
  },
  patience,
)
