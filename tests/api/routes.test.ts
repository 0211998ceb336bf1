import { beforeAll, describe, expect, it, vi } from 'vitest'
import { familyCookie, sealFamily } from '@/lib/platform/mint'
import type { ServedRoute } from '@/lib/platform/openapi'
import { everyOperation } from '@/scripts/permissions/operations'
import { guardianContext } from '@/tests/support/context'
import { everyRoute, problemOf, type Sent, send } from '@/tests/support/routes'
import { fingerprint } from '@/tests/support/rows'
import { inputFor } from '@/tests/support/sample-inputs'
import { addUser } from '@/tests/support/school'
import { openSession } from '@/tests/support/session'
import { type Subject, subjectOf } from '@/tests/support/subject'
import { twinSchools, type WholeSchool } from '@/tests/support/whole-school'

// Hundreds of calls in a few seconds; the limits have a test of their own.
vi.hoisted(() => Object.assign(process.env, { RATE_LIMITS: 'off' }))

/** Operations without a REST route, each with the reason. */
const withoutRoute: Record<string, string> = {
  'account.signIn': 'signing in is next-auth’s own route',
  'account.endSession': 'called by next-auth when a person signs out',
  'families.openLink': 'behind /api/family/session, which trades the token for a cookie',
}

/** Commands behind GET: downloads, whose only change is their line in the history. */
const audited = [
  'academics.exportGroups',
  'academics.exportPlans',
  'academics.exportSubjects',
  'attendance.exportCorrections',
  'attendance.exportExcuses',
  'attendance.exportMonth',
  'attendance.exportSummary',
  'audit.export',
  'courses.export',
  'documents.exportQueue',
  'enrollments.export',
  'evaluation.exportRecoveries',
  'guardians.export',
  'imports.export',
  'jobs.export',
  'jobs.exportFailed',
  'mails.export',
  'mails.platformExport',
  'meetings.export',
  'papers.export',
  'people.export',
  'placements.exportGroup',
  'reportCards.exportGroup',
  'reportCards.exportOverview',
  'requirements.export',
  'rollovers.exportStudents',
  'schools.exportFigures',
  'schools.exportList',
  'schools.exportPurges',
  'sheets.exportFailing',
  'sheets.exportGroup',
  'sheets.exportLevels',
  'students.export',
  'timetable.export',
]

const routes = await everyRoute()
const named = routes.map((route) => ({ name: `${route.verb} ${route.path}`, route }))
const staff = named.filter(({ route }) => route.endpoint.info.audience !== 'family')
const unsafe = named.filter(({ route }) => route.verb !== 'GET')

let a: WholeSchool
let b: WholeSchool
let own: Subject
let theirs: Subject
const cookies: Record<string, string> = {}

beforeAll(async () => {
  ;({ a, b } = await twinSchools())
  own = await subjectOf(a)
  theirs = await subjectOf(b)
  cookies.rector = (await openSession(a.members.rector.userId)).cookie
  cookies.superadmin = (await openSession((await addUser({ isSuperadmin: true })).userId)).cookie
  cookies.family = await sealFamily(await guardianContext(a, a.guardianId))
})

/** The caller that the route lets in. */
function asCaller({ endpoint: { operation, info } }: ServedRoute): Sent {
  if (info.audience === 'family') return { headers: { cookie: `${familyCookie()}=${cookies.family}` } }
  return { session: operation.scope === 'platform' ? cookies.superadmin! : cookies.rector! }
}

describe('the routes', () => {
  it('serve every operation, but for those that have another door', async () => {
    const served = new Set(routes.map(({ endpoint }) => endpoint.operation.name))
    const missing = (await everyOperation()).map(({ name }) => name).filter((name) => !served.has(name))
    expect(missing.sort()).toEqual(Object.keys(withoutRoute).sort())
  })

  it('read with GET and change with the other verbs', () => {
    const changing = routes.filter(({ verb, endpoint }) => verb === 'GET' && endpoint.operation.kind === 'command')
    expect(changing.map(({ endpoint }) => endpoint.operation.name).sort()).toEqual(audited)
  })
})

describe.each(named)('$name', ({ route }) => {
  const { operation, info } = route.endpoint
  const input = () => inputFor(operation, own, '')

  it('answers nobody with a problem that no cache keeps', async () => {
    const response = await send(route, { input: input() })
    if (operation.scope === 'public') return expect(response.headers.get('cache-control')).toBe('private, no-store')
    const problem = await problemOf(response)
    expect(problem.title).toBe(info.audience === 'family' ? 'link_unavailable' : 'unauthenticated')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })

  it('refuses a field that it does not know, and another school’s school_id', async () => {
    const before = await fingerprint(b.id)
    for (const extra of [{ surplus: 'x' }, { schoolId: b.id }, { school_id: b.id }]) {
      const [field] = Object.keys(extra)
      if (field! in input()) continue
      const problem = await problemOf(await send(route, { ...asCaller(route), input: { ...input(), ...extra } }))
      expect([problem.status, problem.errors?.[0]?.field], field).toEqual([400, field])
    }
    expect(await fingerprint(b.id)).toEqual(before)
  })

  // Whoever verifies a paper, or looks for a free address, is told of whatever was typed.
  if (/\{/.test(route.path) && !['papers.verify', 'schools.checkSlug'].includes(operation.name))
    it('answers malformed ids like ids of nobody', async () => {
      for (const bad of ['nothing', '1', "' or 1=1 --", '%00', '../../etc', '01900000-0000-7000-8000-00000000000Z']) {
        const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
        const spoilt = Object.fromEntries(names.map((name) => [name, bad]))
        const { status } = await problemOf(await send(route, { ...asCaller(route), input: { ...input(), ...spoilt } }))
        expect([400, 404], bad).toContain(status)
      }
    })
})

describe.each(unsafe)('$name', ({ route }) => {
  it('refuses a browser that comes from elsewhere, or does not say where from', async () => {
    const before = await fingerprint(a.id)
    for (const origin of ['', 'null', 'https://evil.example', 'http://localhost:3001']) {
      const caller = asCaller(route)
      const response = await send(route, {
        ...caller,
        input: inputFor(route.endpoint.operation, own, ''),
        headers: { ...caller.headers, origin },
      })
      expect((await problemOf(response)).status, origin).toBe(403)
    }
    expect(await fingerprint(a.id)).toEqual(before)
  })

  it('refuses what is not a JSON object', async () => {
    const caller = asCaller(route)
    for (const text of ['{', '[]', '"x"', 'null', '{"a":1}}'])
      expect((await problemOf(await send(route, { ...caller, text }))).status, text).toBe(400)
    const headers = { ...caller.headers, 'content-type': 'text/plain' }
    expect((await problemOf(await send(route, { ...caller, text: '{}', headers }))).status).toBe(415)
    const large = JSON.stringify({ note: 'x'.repeat(1_000_001) })
    expect((await problemOf(await send(route, { ...caller, text: large }))).status).toBe(413)
  })
})

describe.each(staff.filter(({ route }) => route.endpoint.operation.scope === 'school'))('$name', ({ route }) => {
  it('works in the school of the header only for its members', async () => {
    const input = inputFor(route.endpoint.operation, theirs, '')
    const ask = async (id: string) =>
      problemOf(await send(route, { ...asCaller(route), input, headers: { 'x-school-id': id } }))
    const before = await fingerprint(b.id)
    expect((await ask(b.id)).title).toBe('forbidden')
    expect((await ask('01900000-0000-7000-8000-000000000000')).title).toBe('forbidden')
    expect((await ask('nothing')).status).toBe(400)
    expect(await fingerprint(b.id)).toEqual(before)
  })
})
