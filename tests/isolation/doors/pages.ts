import { beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '@/lib/platform/permissions'
import { allowed } from '@/scripts/permissions/who-may'
import { fingerprint } from '@/tests/support/rows'
import { comparable, titlesOf, wordsOf } from './comparable'
import { type Door, handlers, pages } from './rows'
import { type Answer, type Caller, nobody } from './wire'
import type { Named, World } from './world'

const rsc = { rsc: '1' }

/** The door's address with a school's own records, `over` some of them. */
export function addressOf(path: string, { slug, records }: Named, over: Record<string, string> = {}): string {
  const values: Record<string, string> = { school: slug, ...records, ...over }
  return path.replaceAll(/\[(\w+)\]|\{(\w+)\}/g, (_, inPath: string, inQuery: string) => values[inPath ?? inQuery]!)
}

const idsIn = (path: string): string[] =>
  [...path.matchAll(/[[{](\w+)[\]}]/g)].map(([, name]) => name!).filter((name) => name !== 'school')

/** A payload says in itself that there is nothing: its status is 200 whatever it holds. */
const isMissing = ({ status, text }: Answer): boolean => status === 404 || text.includes('NEXT_HTTP_ERROR_FALLBACK;404')

const sides: { name: string; headers: Record<string, string> }[] = [
  { name: 'the page', headers: {} },
  { name: 'its RSC payload', headers: rsc },
]

/** The pages and handlers of schools and of the platform, each tried by those for whom they are not. */
export function pagesMatrix(world: () => World): void {
  const doors = Object.entries({ ...pages, ...handlers })
  const ofSchools = doors.filter(([path]) => path.startsWith('/[school]'))
  const ofPlatform = doors.filter(([, { opens }]) => opens === 'superadmin')
  let before: Record<string, string>

  beforeAll(async () => {
    before = await fingerprint(world().b.id)
  })

  const same = async (caller: Caller, one: string, other: string, asked: [string[], string[]]): Promise<Answer> => {
    const answers: Answer[] = []
    for (const { name, headers } of sides) {
      const ask = (path: string) => world().wire.call(caller, path, { headers })
      const [left, right] = [await ask(one), await ask(other)]
      expect(comparable(left, asked[0]), `${name} ${one} by ${caller.name}`).toEqual(comparable(right, asked[1]))
      answers.push(left)
    }
    return answers[0]!
  }
  const wordsAsked = ({ slug, records }: Named) => [slug, ...Object.values(records)]

  describe.each(ofSchools)('%s', (path, { opens, queries = [] }: Door) => {
    const addresses = ['', ...queries].map((query) => path + query)

    it('in another school is in no school', async () => {
      const { people, theirs, nowhere } = world()
      for (const at of addresses) {
        const answer = await same(people.rector, addressOf(at, theirs), addressOf(at, nowhere), [
          wordsAsked(theirs),
          wordsAsked(nowhere),
        ])
        expect(answer.status).toBe(404)
      }
    })

    it('sends nobody to sign in', async () => {
      const { theirs, nowhere } = world()
      const answer = await same(nobody, addressOf(path, theirs), addressOf(path, nowhere), [
        wordsAsked(theirs),
        wordsAsked(nowhere),
      ])
      expect([answer.status, answer.headers.get('location')]).toEqual([
        307,
        expect.stringMatching(/^(http[^?]+)?\/login\?next=/),
      ])
    })

    const ids = addresses.flatMap((at) => idsIn(at).map((id) => ({ at, id })))
    if (ids.length > 0)
      it('with a record of another school is as with one of nobody', async () => {
        const { people, own, theirs, nowhere } = world()
        for (const { at, id } of ids) {
          const [foreign, none] = [theirs.records[id]!, nowhere.records[id]!]
          // A grade is nobody's.
          if (foreign === none) continue
          const answer = await same(
            people.rector,
            addressOf(at, own, { [id]: foreign }),
            addressOf(at, own, { [id]: none }),
            [[foreign], [none]],
          )
          if (at.includes(`[${id}]`)) expect(answer.status).toBe(404)
        }
      })

    it('is closed to the roles that lack its permission, as if it were not there', async () => {
      const { people, own, nowhere, operations } = world()
      for (const role of roles) {
        if (opens === 'member' || allowed(operations.get(opens)!, role)) continue
        const answer = await world().wire.call(people[role], addressOf(path, own))
        const reference = await world().wire.call(
          people[role],
          addressOf('/[school]/guardians/[guardianId]', own, { guardianId: nowhere.records.guardianId! }),
        )
        // A handler answers without a page.
        const said = path in handlers ? [[], ''] : [titlesOf(reference), wordsOf(reference)]
        expect([role, answer.status, titlesOf(answer), wordsOf(answer)]).toEqual([role, 404, ...said])
        const payload = await world().wire.call(people[role], addressOf(path, own), { headers: rsc })
        expect(isMissing(payload), `the payload for ${role}`).toBe(true)
      }
    })

    it('opens for those who may', async () => {
      const { people, own, operations } = world()
      const may = (role: Role) => opens === 'member' || allowed(operations.get(opens)!, role)
      // Of single records a role may see only its own.
      for (const role of roles.filter(may))
        for (const at of role === 'rector' ? addresses : addresses.filter((address) => idsIn(address).length === 0))
          for (const { headers } of sides) {
            const { status } = await world().wire.call(people[role], addressOf(at, own), { headers })
            expect([200, 302, 307], `${at} by ${role}`).toContain(status)
          }
    })

    it('is closed by its other ways too: a prefetch, a segment of it, a name of its payload', async () => {
      const { people, theirs, nowhere } = world()
      const [there, none] = [addressOf(path, theirs), addressOf(path, nowhere)]
      const prefetch = { ...rsc, 'next-router-prefetch': '1' }
      const ways: [string, Record<string, string>][] = [
        ['', prefetch],
        ['', { ...prefetch, 'next-router-segment-prefetch': '/_tree' }],
        ['.rsc', {}],
      ]
      for (const [ending, headers] of ways) {
        const [left, right] = [
          await world().wire.call(people.rector, there + ending, { headers }),
          await world().wire.call(people.rector, none + ending, { headers }),
        ]
        expect(comparable(left, wordsAsked(theirs)), ending).toEqual(comparable(right, wordsAsked(nowhere)))
      }
    })
  })

  describe.each(ofPlatform)('%s', (path) => {
    it('is not there for schools, and sends nobody to sign in', async () => {
      const { people, theirs, nowhere } = world()
      for (const role of roles) {
        const answer = await same(people[role], addressOf(path, theirs), addressOf(path, nowhere), [
          wordsAsked(theirs),
          wordsAsked(nowhere),
        ])
        expect(answer.status, role).toBe(404)
      }
      expect((await world().wire.call(nobody, addressOf(path, theirs))).status).toBe(307)
    })
  })

  it('nothing of this has changed the other school', async () => {
    expect(await fingerprint(world().b.id)).toEqual(before)
  })
}
