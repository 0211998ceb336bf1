import { expect, it } from 'vitest'
import { roles } from '@/lib/platform/permissions'
import { fingerprint } from '@/tests/support/rows'
import { idPaths, inputSchema } from '@/tests/support/sample'
import { inputFor } from '@/tests/support/sample-inputs'
import { type Ask, comparableSaid, type Said } from './asking'
import { type Caller, nobody } from './wire'
import { refusedRoles, type World } from './world'

export type Way = {
  operation: string
  /** Who may: a guardian through an opened link, or the school's people. */
  audience: 'staff' | 'family'
  ask: (world: World) => Ask
  /** What the door says to nobody, and to the people of another school. */
  refusals: { nobody: string; elsewhere: string; platform: string }
  /** Programs call it as well. */
  takesTokens: boolean
}

// What the schools held at the last look: one look is enough between two operations.
let untouched: Record<string, string> | undefined
let mine: Record<string, string> | undefined

/** An operation by one of its doors, tried by those for whom it is not: same answer as for what does not exist. */
export function operationMatrix(way: Way, world: () => World): void {
  const same = (said: [Said, Said], asked: [string[], string[]], who: string) =>
    expect(comparableSaid(said[0], asked[0]), who).toEqual(comparableSaid(said[1], asked[1]))
  const operation = () => world().operations.get(way.operation)!

  it('is refused alike for what is elsewhere and what is nowhere, and changes nothing', async () => {
    const { a, b, own, theirs, nowhere, people } = world()
    const ask = way.ask(world())
    untouched ??= await fingerprint(b.id)
    mine ??= await fingerprint(a.id)
    const { scope } = operation()
    const inputs = {
      own: inputFor(operation(), own.records, ''),
      theirs: inputFor(operation(), theirs.records, ''),
      nowhere: inputFor(operation(), nowhere.records, ''),
    }
    const words = [
      [...Object.values(theirs.records), theirs.slug, theirs.id],
      [...Object.values(nowhere.records), nowhere.slug, nowhere.id],
    ] as [string[], string[]]

    // Nobody.
    if (scope !== 'public') {
      const said = [await ask(nobody, theirs, inputs.theirs), await ask(nobody, nowhere, inputs.nowhere)] as [
        Said,
        Said,
      ]
      expect(said[0].code, 'nobody').toBe(way.refusals.nobody)
      same(said, words, 'nobody')
    }
    // The same role in another school, with that school's records.
    if (scope === 'school' && way.audience === 'staff') {
      const callers: Caller[] = [people.rector, ...(way.takesTokens ? [people.token] : [])]
      for (const caller of callers) {
        const said = [await ask(caller, theirs, inputs.theirs), await ask(caller, nowhere, inputs.nowhere)] as [
          Said,
          Said,
        ]
        expect(said[0].code, caller.name).toBe(way.refusals.elsewhere)
        same(said, words, caller.name)
      }
    }
    // The platform's operations, for anybody of a school.
    if (scope === 'platform')
      for (const role of roles) {
        const said = [
          await ask(people[role], theirs, inputs.theirs),
          await ask(people[role], nowhere, inputs.nowhere),
        ] as [Said, Said]
        expect(said[0].code, role).toBe(way.refusals.platform)
        same(said, words, role)
      }
    // Another role of the own school.
    if (scope === 'school' && way.audience === 'staff')
      for (const role of refusedRoles(operation())) {
        const said = [await ask(people[role], own, inputs.own), await ask(people[role], own, inputs.nowhere)] as [
          Said,
          Said,
        ]
        expect(said[0].code, role).toBe('forbidden')
        same(said, [Object.values(own.records), words[1]], role)
      }
    expect(await fingerprint(a.id), 'the own school').toEqual(mine)
  })

  it('with any record of another school is as with one of nobody', async () => {
    const { b, own, theirs, nowhere, people } = world()
    const ask = way.ask(world())
    const ids = operation().scope === 'platform' ? [] : idPaths(inputSchema(operation()))
    for (const path of ids) {
      const name = path.replaceAll('[]', '').split('.').at(-1)!
      const [foreign, none] = [theirs.records[name]!, nowhere.records[name]!]
      if (foreign === own.records[name]) continue
      const callers =
        way.audience === 'family' ? [people.family] : [people.rector, ...(way.takesTokens ? [people.token] : [])]
      for (const caller of callers) {
        const said = [
          await ask(caller, own, inputFor(operation(), own.records, path, foreign)),
          await ask(caller, own, inputFor(operation(), own.records, path, none)),
        ] as [Said, Said]
        if (said[0].code === 'ok' && operation().kind === 'command') expect(said[1].code, path).toBe('ok')
        else same(said, [[foreign], [none]], `${path} by ${caller.name}`)
        // Else the record was never looked for.
        expect(said[0].code, `${path} by ${caller.name}: ${JSON.stringify(said[0].data)}`).not.toBe('invalid')
      }
    }
    expect(await fingerprint(b.id), 'the other school').toEqual(untouched)
    // What takes an unknown id for a filter may have done something: in the own school.
    if (operation().kind === 'command') mine = undefined
  })
}
