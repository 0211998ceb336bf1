import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '@/lib/platform/session-cookie'
import { browserOf, type Caller } from '@/tests/support/api'
import { addStudent } from '@/tests/support/family'
import { problemOf } from '@/tests/support/routes'
import { type TestSchool, testSchool } from '@/tests/support/school'
import { startServer, type TestServer } from '@/tests/support/server'
import { openSession } from '@/tests/support/session'

let server: TestServer
let school: TestSchool
let other: TestSchool
let secretary: Caller

beforeAll(async () => {
  server = await startServer()
  ;[school, other] = [await testSchool(), await testSchool()]
  secretary = await browserOf(server.url, school.members.secretary.userId)
}, 300_000)

afterAll(() => server?.stop(), 60_000)

/** Beneath fetch, which corrects too much of what a hostile client sends. */
function raw(path: string, method: string, headers: Record<string, string>, chunks: string[] = []): Promise<number> {
  return new Promise((resolve, reject) => {
    // A connection of its own: one that an earlier call left open may be closed by the server just now.
    const sent = request(`${server.url}${path}`, { method, headers, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    // A server that refuses a large body may close before it has been sent.
    sent.on('error', (error: NodeJS.ErrnoException) =>
      chunks.length > 0 && /ECONNRESET|EPIPE/.test(error.code ?? '') ? resolve(413) : reject(error),
    )
    for (const chunk of chunks) sent.write(chunk)
    sent.end()
  })
}

describe('over the wire', () => {
  it('answers carry what browsers and proxies have to know', async () => {
    await addStudent(school)
    const answer = await secretary('/api/v1/students')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('ratelimit')).toMatch(/r=\d+;t=\d+/)
    expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(answer.headers.get('x-powered-by')).toBeNull()
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('a refusal names the request that the log knows, and not what was sent', async () => {
    const answer = await secretary('/api/v1/students/01900000-0000-7000-8000-000000000000')
    const problem = await problemOf(answer)
    expect(problem).toMatchObject({ status: 404, title: 'not_found' })
    expect(problem.instance).toBe(answer.headers.get('x-request-id'))
    await expect.poll(() => server.log()).toContain(problem.instance)
    expect(server.log()).not.toContain(school.members.secretary.email)
  })

  it('nobody gets 401, and a page sends to the login', async () => {
    expect((await problemOf(await fetch(`${server.url}/api/v1/students`))).status).toBe(401)
    const page = await fetch(`${server.url}/${school.slug}/students`, { redirect: 'manual' })
    expect([page.status, page.headers.get('location')]).toEqual([307, expect.stringContaining('/login?next=')])
  })

  it('another school is 403 by its id, 404 by its page, and its title is nowhere', async () => {
    expect((await secretary('/api/v1/students', { headers: { 'x-school-id': other.id } })).status).toBe(403)
    const page = await secretary(`/${other.slug}/students`)
    expect(page.status).toBe(404)
    expect(await page.text()).not.toContain(other.name)
  })

  it('forged headers of a proxy change nothing', async () => {
    const { cookie } = await openSession(school.members.secretary.userId)
    const headers = {
      cookie: `${sessionCookie()}=${cookie}`,
      'content-type': 'application/json',
      origin: 'https://evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    }
    expect(await raw('/api/v1/students', 'POST', headers, ['{}'])).toBe(403)
    const passes = await fetch(`${server.url}/api/v1/students`, {
      headers: { 'x-middleware-subrequest': 'middleware:middleware:middleware', 'x-request-id': 'mine' },
    })
    expect(passes.status).toBe(401)
    expect(passes.headers.get('x-request-id')).not.toBe('mine')
  })

  it('a body of more than a megabyte is 413, with and without its length', async () => {
    const { cookie } = await openSession(school.members.secretary.userId)
    const headers = { cookie: `${sessionCookie()}=${cookie}`, 'content-type': 'application/json', origin: server.url }
    const body = JSON.stringify({ note: 'x'.repeat(1_100_000) })
    expect(await raw('/api/v1/students', 'POST', { ...headers, 'content-length': String(body.length) }, [body])).toBe(
      413,
    )
    const pieces = body.match(/[\s\S]{1,65536}/g)!
    expect(await raw('/api/v1/students', 'POST', { ...headers, 'transfer-encoding': 'chunked' }, pieces)).toBe(413)
  })

  it.each([
    ['/api/v1/students/%E0%A4%A', [400]],
    ['/api/v1/students/..%2f..%2fetc%2fpasswd', [400, 404]],
    ['/api/v1/students?limit=5&limit=6', [400]],
    ['/api/v1/students?toString=x', [400]],
    ['/api/v1/nothing', [404]],
    ['/_next/image?url=%2Fx.png&w=64&q=75', [404]],
  ])('%s is refused and nothing breaks', async (path, wanted) => {
    const { cookie } = await openSession(school.members.secretary.userId)
    expect(wanted).toContain(await raw(path, 'GET', { cookie: `${sessionCookie()}=${cookie}` }))
  })

  it('verbs that a route does not have are 405', async () => {
    expect((await secretary('/api/v1/search', { method: 'DELETE' })).status).toBe(405)
    expect(await raw('/api/v1/students', 'TRACE', {})).toBe(405)
  })

  it('serves the same contract as the route files, and the page that shows it', async () => {
    const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      paths: object
      servers: { url: string }[]
    }
    expect(Object.keys(document.paths).length).toBeGreaterThan(60)
    expect(document.servers[0]?.url).toBe(server.url)
    const docs = await fetch(`${server.url}/docs`)
    expect([docs.status, docs.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
  })

  it('is alive and ready, and says no more than that', async () => {
    expect((await fetch(`${server.url}/api/health/live`)).status).toBe(200)
    const ready = await fetch(`${server.url}/api/health/ready`)
    expect(ready.status).toBe(200)
    expect(Object.keys((await ready.json()) as object).sort()).toEqual(['database', 'mail', 'status', 'store'])
  })
})
