import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/lib/platform/db/client'
import type { ServedRoute } from '@/lib/platform/openapi'
import { policies } from '@/lib/platform/rate-limit'
import { addApiToken, addSupport } from '@/tests/support/context'
import { addStudent } from '@/tests/support/family'
import { unique } from '@/tests/support/ids'
import { somebody } from '@/tests/support/person'
import { everyRoute, problemOf, type Sent, send } from '@/tests/support/routes'
import { addUser, memberOf, type TestSchool, testSchool } from '@/tests/support/school'
import { openSession } from '@/tests/support/session'

const routes = await everyRoute()
const route = (verb: string, path: string): ServedRoute => {
  const found = routes.find((candidate) => candidate.verb === verb && candidate.path === `/api/v1${path}`)
  if (!found) throw new Error(`no route ${verb} ${path}`)
  return found
}
const list = route('GET', '/students')
const get = route('GET', '/students/{studentId}')
const create = route('POST', '/students')

let a: TestSchool
let b: TestSchool
beforeAll(async () => {
  ;[a, b] = [await testSchool(), await testSchool()]
})

const sessionOf = async (userId: string) => (await openSession(userId)).cookie
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const child = () => ({ ...somebody(), secondName: null })
const ids = async (response: Response) =>
  ((await response.json()) as { items: { id: string }[] }).items.map(({ id }) => id)

describe('which school', () => {
  it('is the only one of a person who has one', async () => {
    const student = await addStudent(a)
    const session = await sessionOf(a.members.secretary.userId)
    expect(await ids(await send(list, { session }))).toContain(student.id)
    expect((await send(list, { session, headers: { 'x-school-id': a.id } })).status).toBe(200)
    expect((await send(list, { session, headers: { 'x-school-id': a.id.toUpperCase() } })).status).toBe(200)
  })

  it('has to be said by who works in several, and may be each of them', async () => {
    const { userId } = await addUser()
    for (const school of [a, b]) await memberOf(school, userId, ['secretary'])
    const session = await sessionOf(userId)
    expect(await problemOf(await send(list, { session }))).toMatchObject({ status: 400, title: 'school_required' })
    const theirs = await addStudent(b)
    expect(await ids(await send(list, { session, headers: { 'x-school-id': b.id } }))).toContain(theirs.id)
    expect(await ids(await send(list, { session, headers: { 'x-school-id': a.id } }))).not.toContain(theirs.id)
  })

  it('is nobody’s who is in none, and of a superadmin the one that is named', async () => {
    const stranger = await sessionOf((await addUser()).userId)
    expect(await problemOf(await send(list, { session: stranger }))).toMatchObject({ status: 403, title: 'forbidden' })
    const { userId } = await addUser({ isSuperadmin: true })
    const superadmin = await sessionOf(userId)
    expect(await problemOf(await send(list, { session: superadmin }))).toMatchObject({ status: 400 })
    const visiting = { session: superadmin, headers: { 'x-school-id': b.id } }
    expect(await problemOf(await send(list, visiting))).toMatchObject({ status: 403, title: 'forbidden' })
    await addSupport(b, userId)
    expect((await send(list, visiting)).status).toBe(200)
    expect((await send(list, { session: superadmin, headers: { 'x-school-id': a.id } })).status).toBe(403)
  })

  it('ends with the membership, at once', async () => {
    const { userId } = await addUser()
    const membershipId = await memberOf(a, userId, ['secretary'])
    const session = await sessionOf(userId)
    expect((await send(list, { session })).status).toBe(200)
    await database().prisma.schoolMembership.updateMany({
      where: { schoolId: a.id, id: membershipId },
      data: { isActive: false },
    })
    expect((await send(list, { session })).status).toBe(403)
    await database().prisma.user.updateMany({ where: { id: userId }, data: { isActive: false } })
    expect((await send(list, { session })).status).toBe(401)
  })

  it('of another’s record is not told: not yours and not there sound the same', async () => {
    const session = await sessionOf(a.members.secretary.userId)
    const theirs = await addStudent(b)
    const ask = async (studentId: string) => {
      const { instance, ...rest } = await problemOf(await send(get, { session, input: { studentId } }))
      return rest
    }
    expect(await ask(theirs.id)).toEqual(await ask('01900000-0000-7000-8000-000000000000'))
    expect(await ask(theirs.id)).toMatchObject({ status: 404, title: 'not_found' })
  })
})

describe('a program with a token', () => {
  it('works in the token’s school, whatever header it sends', async () => {
    const student = await addStudent(a)
    const { token } = await addApiToken(a, 'secretary', ['read:students'])
    expect(await ids(await send(list, { headers: bearer(token) }))).toContain(student.id)
    expect((await send(list, { headers: { ...bearer(token), 'x-school-id': a.id } })).status).toBe(200)
    expect((await send(list, { headers: { ...bearer(token), 'x-school-id': b.id } })).status).toBe(403)
  })

  it('may what the token and the person may, and needs no Origin', async () => {
    const write = await addApiToken(a, 'secretary', ['write:enrollment'])
    const headers = { ...bearer(write.token), origin: '' }
    expect((await send(create, { input: child(), headers })).status).toBe(201)
    const read = await addApiToken(a, 'secretary', ['read:students'])
    expect((await send(create, { input: child(), headers: bearer(read.token) })).status).toBe(403)
    const beyond = await addApiToken(a, 'teacher', ['write:enrollment'])
    expect((await send(create, { input: child(), headers: bearer(beyond.token) })).status).toBe(403)
  })

  it.each<[string, (token: string) => string]>([
    ['unknown', (token) => `${token.slice(0, -3)}abc`],
    ['cut', (token) => token.slice(0, -1)],
    ['without its beginning', (token) => token.slice(4)],
    [
      'of another school',
      (token) => `ath_${Buffer.from(b.id.replaceAll('-', ''), 'hex').toString('base64url')}${token.slice(26)}`,
    ],
  ])('is nobody with a token that is %s', async (_, spoil) => {
    const { token } = await addApiToken(a, 'secretary', ['read:students'])
    expect((await send(list, { headers: bearer(spoil(token)) })).status).toBe(401)
  })

  it('is nobody with a token that has run out or was revoked, or another scheme', async () => {
    const expired = await addApiToken(a, 'secretary', ['read:students'], { expiresAt: new Date(Date.now() - 1000) })
    const revoked = await addApiToken(a, 'secretary', ['read:students'], { revokedAt: new Date() })
    for (const { token } of [expired, revoked]) expect((await send(list, { headers: bearer(token) })).status).toBe(401)
    expect((await send(list, { headers: { authorization: 'Basic YTpi' } })).status).toBe(401)
    // Not even beside a living session: who shows a token is that token.
    const session = await sessionOf(a.members.rector.userId)
    expect((await send(list, { session, headers: { authorization: 'Basic YTpi' } })).status).toBe(401)
  })
})

describe('an idempotency key', () => {
  const keyed = (session: string, input: Record<string, unknown>, key: string): Sent => ({
    session,
    input,
    headers: { 'idempotency-key': key },
  })
  const count = (documentNumber: string) =>
    database().prisma.student.count({ where: { schoolId: a.id, documentNumber } })

  it('makes a repeated call one effect with one answer', async () => {
    const session = await sessionOf(a.members.secretary.userId)
    const [input, key] = [child(), unique()]
    const first = await send(create, keyed(session, input, key))
    const again = await send(create, keyed(session, input, key))
    expect([first.status, again.status]).toEqual([201, 201])
    expect(await again.json()).toEqual(await first.json())
    expect(await count(input.documentNumber)).toBe(1)
  })

  it('makes ten calls at once one effect with one answer', async () => {
    const session = await sessionOf(a.members.secretary.userId)
    const [input, key] = [child(), unique()]
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(create, keyed(session, input, key))))
    const bodies = await Promise.all(answers.map(async (answer) => [answer.status, await answer.json()]))
    for (const body of bodies) expect(body).toEqual(bodies[0])
    expect(bodies[0]![0]).toBe(201)
    expect(await count(input.documentNumber)).toBe(1)
  })

  it('is refused for another body, and belongs to one person', async () => {
    const session = await sessionOf(a.members.secretary.userId)
    const [input, key] = [child(), unique()]
    expect((await send(create, keyed(session, input, key))).status).toBe(201)
    expect((await send(create, keyed(session, child(), key))).status).toBe(422)
    const rector = await sessionOf(a.members.rector.userId)
    expect((await send(create, keyed(rector, child(), key))).status).toBe(201)
  })

  it('is free again after a refusal, and has to be printable', async () => {
    const session = await sessionOf(a.members.secretary.userId)
    const key = unique()
    expect((await send(create, keyed(session, { ...child(), firstSurname: '' }, key))).status).toBe(400)
    expect((await send(create, keyed(session, child(), key))).status).toBe(201)
    for (const bad of ['with blank', 'x'.repeat(256)])
      expect((await send(create, keyed(session, child(), bad))).status, bad).toBe(400)
  })
})

describe('a list', () => {
  it('pages by cursor through everything once, also while rows are added', async () => {
    const school = await testSchool()
    const made = await Promise.all(Array.from({ length: 23 }, () => addStudent(school)))
    const session = await sessionOf(school.members.secretary.userId)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const answer = await send(list, { session, input: { limit: 5, ...(cursor ? { cursor } : {}) } })
      const page = (await answer.json()) as { items: { id: string; fullName: string }[]; nextCursor: string | null }
      expect(page.items.length).toBeLessThanOrEqual(5)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
      await addStudent(school, { firstSurname: 'Aaa' })
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    for (const { id } of made) expect(seen).toContain(id)
  })

  it.each([{ limit: 0 }, { limit: 201 }, { limit: 'all' }, { cursor: 'nonsense' }, { cursor: btoa('["x"]') }])(
    'refuses %j',
    async (input) => {
      const session = await sessionOf(a.members.secretary.userId)
      expect((await send(list, { session, input })).status).toBe(400)
    },
  )
})

describe('the rate of calls', () => {
  it('is told with every answer, and has an end with a time to wait', async () => {
    const school = await testSchool()
    const session = await sessionOf(school.members.secretary.userId)
    const ask = () =>
      send(list, {
        session,
        input: { limit: 1 },
        headers: { 'x-forwarded-for': `10.0.0.${Math.ceil(Math.random() * 250)}` },
      })
    const first = await ask()
    expect(first.headers.get('ratelimit-policy')).toBe(
      `"person";q=${policies.person.points};w=${policies.person.seconds}`,
    )
    expect(first.headers.get('ratelimit')).toBe(`"person";r=${policies.person.points - 1};t=${policies.person.seconds}`)
    let last = first
    for (let calls = 1; last.status === 200 && calls <= policies.person.points; calls += 1) last = await ask()
    expect(await problemOf(last)).toMatchObject({ status: 429, title: 'rate_limited' })
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(last.headers.get('ratelimit')).toMatch(/^"person";r=0;t=\d+$/)
    const other = await sessionOf(a.members.secretary.userId)
    expect((await send(list, { session: other, headers: { 'x-forwarded-for': '10.1.1.1' } })).status).toBe(200)
  }, 60_000)
})
