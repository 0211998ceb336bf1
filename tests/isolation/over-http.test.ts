import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isReservedSlug } from '@/lib/domain/schools/rules'
import { closeDatabase } from '@/lib/platform/db/client'
import { ensureBuild } from '@/scripts/building/build'
import { Shutdown } from '@/scripts/program/shutdown'
import { everyRoute } from '@/tests/support/routes'
import { ownerClient } from '@/tests/support/rows'
import { byAction, byRoute } from './doors/asking'
import { backgroundMatrix } from './doors/background'
import { builtDoors } from './doors/build'
import { harvest } from './doors/harvest'
import { hostilePosts, oddAnswers } from './doors/hostile'
import { mailLinksMatrix } from './doors/mail-links'
import { operationMatrix } from './doors/operations'
import { pagesMatrix } from './doors/pages'
import { actions, handlers, open, pages } from './doors/rows'
import { makeWorld, type World } from './doors/world'

await ensureBuild(new Shutdown())
const built = builtDoors()
/** What a day writes: without the own marker in it nothing would be proved. */
const written = ['page', 'rsc', 'json', 'csv', 'xlsx', 'pdf', 'mail', 'outbox_mails', 'jobs', 'job_items', 'audit_log']
const routes = await everyRoute()
const served = routes.map((route) => ({ name: `${route.verb} ${route.path}`, route }))

let theWorld: World
const world = () => theWorld

beforeAll(async () => {
  theWorld = await makeWorld()
}, 300_000)
afterAll(async () => {
  await (await ownerClient()).end()
  await closeDatabase()
  await theWorld?.server.stop()
}, 60_000)

describe('the matrix', () => {
  it('has a row for every page and handler of the build, and for no other', () => {
    const found = [...built.pages, ...built.routes.filter((route) => !route.startsWith('/api/v1/'))]
    expect(found.sort()).toEqual([...Object.keys(pages), ...Object.keys(handlers), ...Object.keys(open)].sort())
  })

  it('lets no school be called like a door of ours', () => {
    const first = [...built.pages, ...built.routes].map((door) => door.split('/')[1] ?? '')
    const names = [...new Set(first)].filter((name) => /^[a-z][a-z0-9-]*$/.test(name))
    expect(names).toContain('admin')
    expect(names.filter((name) => !isReservedSlug(name) && name.length > 2)).toEqual([])
  })

  it('has a row for every REST route of the build: its operation', () => {
    const found = built.routes.filter((route) => route.startsWith('/api/v1/'))
    const known = new Set(served.map(({ route }) => route.path.replaceAll('{', '[').replaceAll('}', ']')))
    expect(found.sort()).toEqual([...known].sort())
  })

  it('has a row for every server action of the build, and for no other', () => {
    expect(built.actions.map(({ name }) => name).sort()).toEqual(Object.keys(actions).sort())
  })
})

describe('pages', () => pagesMatrix(world))

describe.each(served)('$name', ({ route }) => {
  const { operation, info } = route.endpoint
  const audience = info.audience ?? 'staff'
  operationMatrix(
    {
      operation: operation.name,
      audience,
      ask: ({ wire }) => byRoute(wire, route),
      refusals: {
        nobody: audience === 'family' ? 'link_unavailable' : 'unauthenticated',
        elsewhere: 'forbidden',
        platform: 'forbidden',
      },
      takesTokens: operation.scope === 'school',
    },
    world,
  )
})

describe.each(built.actions)('$name', (action) => {
  const name = actions[action.name] ?? ''
  operationMatrix(
    {
      operation: name,
      audience: 'staff',
      ask: (given) => byAction(given.wire, action, given.operations.get(name)!.scope),
      refusals: { nobody: 'unauthenticated', elsewhere: 'not_found', platform: 'not_found' },
      takesTokens: false,
    },
    world,
  )
})

describe('jobs', () => backgroundMatrix(world))

describe('links in mails', () => mailLinksMatrix(routes, world))

describe('hostile posts of', () =>
  hostilePosts(
    built.actions.map((action) => ({ ...action, operation: actions[action.name] ?? '' })),
    world,
  ))

describe('odd answers', () => oddAnswers(world))

describe('a day’s work', () => harvest(routes, world))

describe('in the end', () => {
  it('every answer carried the headers that browsers and caches need', () => {
    expect([...theWorld.wire.faults]).toEqual([])
  })

  it('no school has seen a word of the other', () => {
    expect(theWorld.witness.leaks).toEqual([])
  })

  it.each(written)('%s was looked at, and holds what its own reader may see', (kind) => {
    expect(theWorld.witness.seen[kind]?.own, kind).toBeGreaterThan(0)
  })

  it.each(['log', 'worker'])('what the %s says was looked at', (kind) => {
    expect(theWorld.witness.seen[kind]?.looked, kind).toBeGreaterThan(0)
  })
})
