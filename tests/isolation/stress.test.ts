import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeDatabase } from '@/lib/platform/db/client'
import { sessionCookie } from '@/lib/platform/session-cookie'
import { addStudent } from '@/tests/support/family'
import { somebody } from '@/tests/support/person'
import { ownerClient } from '@/tests/support/rows'
import { startServer, type TestServer } from '@/tests/support/server'
import { openSession } from '@/tests/support/session'
import { type WholeSchool, wholeSchool } from '@/tests/support/whole-school'
import { type Marked, markSchool } from './doors/mark'

// 32 clients of 8 schools at once on four connections to the database, a fifth of them hanging up in the middle.

const seconds = Number(process.env.STRESS_SECONDS ?? 15)
const [schoolCount, clientCount, connections] = [8, 32, 4]

type Home = { school: WholeSchool; marked: Marked }
type Answer = { status: number; text: string; cut: boolean; location?: string | undefined }
type Asking = { body?: string; patience?: number; rsc?: boolean }

let server: TestServer
let homes: Home[]
const agent = new Agent({ keepAlive: true, maxSockets: clientCount })

beforeAll(async () => {
  server = await startServer({ DB_POOL_MAX: String(connections), RATE_LIMITS: 'off', LOG_LEVEL: 'warn' })
  homes = []
  for (let number = 0; number < schoolCount; number++) {
    const school = await wholeSchool()
    for (let child = 0; child < 20; child++) await addStudent(school)
    homes.push({ school, marked: await markSchool(school) })
  }
}, 400_000)

afterAll(async () => {
  agent.destroy()
  await (await ownerClient()).end()
  await closeDatabase()
  await server?.stop()
}, 60_000)

/** What a morning asks for, among it the other schools' records. */
function nextRequest({ school, marked }: Home, foreign: WholeSchool): { path: string; body?: string } {
  const id = [...marked.rows][Math.floor(Math.random() * marked.rows.size)]
  const paths = [
    `/${school.slug}`,
    `/${school.slug}/students`,
    `/${school.slug}/students/${school.studentId}`,
    `/${school.slug}/enrollments`,
    `/${school.slug}/enrollments/${school.enrollmentId}`,
    `/${school.slug}/review`,
    `/${school.slug}/settings/people`,
    '/api/v1/students',
    `/api/v1/students/${school.studentId}`,
    '/api/v1/enrollments',
    `/api/v1/enrollments/${school.enrollmentId}`,
    `/api/v1/search?q=${marked.marker.slice(0, 1)}`,
    `/api/v1/students/${id}`,
    `/api/v1/students/${foreign.studentId}`,
    `/${foreign.slug}/students`,
    'POST',
    'POST',
  ]
  const path = paths[Math.floor(Math.random() * paths.length)]!
  if (path !== 'POST') return { path }
  return { path: '/api/v1/students', body: JSON.stringify({ ...somebody(), secondName: null }) }
}

/** Asks; with `patience` hangs up so many milliseconds later, whatever has come by then. */
function ask(path: string, cookie: string, { body, patience, rsc = false }: Asking = {}): Promise<Answer> {
  return new Promise((resolve) => {
    const answer: Answer = { status: 0, text: '', cut: true }
    const headers = {
      cookie: `${sessionCookie()}=${cookie}`,
      origin: server.url,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      ...(rsc ? { rsc: '1' } : {}),
    }
    const sent = request(`${server.url}${path}`, { method: body === undefined ? 'GET' : 'POST', headers, agent })
    sent.on('response', (response) => {
      answer.status = response.statusCode ?? 0
      answer.location = response.headers.location
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        answer.text += chunk
      })
      response.on('end', () => resolve({ ...answer, cut: false }))
      response.on('error', () => resolve(answer))
      response.on('close', () => resolve(answer))
    })
    sent.on('error', () => resolve(answer))
    if (patience !== undefined) setTimeout(() => sent.destroy(), patience)
    sent.end(body)
  })
}

/** A page as a browser loads it, or as a click inside the program does: Next sends the latter on to an address of its own. */
async function visit(path: string, cookie: string, asking: Asking): Promise<Answer> {
  const rsc = !path.startsWith('/api') && Math.random() < 0.5
  const answer = await ask(path, cookie, { ...asking, rsc })
  return rsc && answer.location?.includes('_rsc') ? ask(answer.location, cookie, { ...asking, rsc }) : answer
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Everything in an answer that is another school's; ids that were asked for may be repeated. */
function foreignIn(text: string, home: Home, path: string): string[] {
  const ids = new Set(text.match(uuid))
  return homes
    .filter((other) => other !== home)
    .flatMap(({ marked }) => [
      ...[marked.marker].filter((marker) => text.includes(marker)),
      ...[...ids].filter((id) => marked.rows.has(id) && !path.includes(id)),
    ])
}

/** Memory of the web server's process, in MB. */
function memory(): number {
  const status = readFileSync(`/proc/${server.web.child.pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

const idle = `select count(*)::int as n from pg_stat_activity
               where datname = current_database() and application_name = 'athena' and state like 'idle in transaction%'
                 and state_change < now() - $1::interval`
const openConnections = `select count(*)::int as n from pg_stat_activity
                          where datname = current_database() and application_name = 'athena'`
const numberOf = async (text: string, values: unknown[] = []): Promise<number> =>
  (await (await ownerClient()).query<{ n: number }>(text, values)).rows[0]!.n

it(
  `${clientCount} clients of ${schoolCount} schools see nothing of each other for ${seconds} s`,
  async () => {
    // The factories' own pool is of the same name; what is counted from here on is the server's.
    await closeDatabase()
    const roles = ['secretary', 'rector', 'coordinator', 'secretary'] as const
    const callers = await Promise.all(
      Array.from({ length: clientCount }, async (_, number) => {
        const home = homes[number % schoolCount]!
        const { cookie } = await openSession(home.school.members[roles[Math.floor(number / schoolCount) % 4]!].userId)
        return { home, foreign: homes[(number + 3) % schoolCount]!.school, cookie }
      }),
    )
    await closeDatabase()
    const leaks: string[] = []
    const statuses: Record<string, number> = {}
    const count = (key: string) => {
      statuses[key] = (statuses[key] ?? 0) + 1
    }
    const [atFirst, peak] = [memory(), { memory: 0, waiting: 0, connections: 0 }]
    const until = Date.now() + seconds * 1000
    const clients = callers.map(async ({ home, foreign, cookie }) => {
      while (Date.now() < until) {
        const { path, body } = nextRequest(home, foreign)
        const hangUp = Math.random() < 0.2 ? { patience: Math.random() * 120 } : {}
        const answer = await visit(path, cookie, { ...(body === undefined ? {} : { body }), ...hangUp })
        count(answer.cut ? 'hung up' : String(answer.status))
        for (const found of foreignIn(answer.text, home, path)) leaks.push(`${path}: ${found}`)
      }
    })
    const watch = (async () => {
      while (Date.now() < until) {
        peak.memory = Math.max(peak.memory, memory())
        peak.waiting = Math.max(peak.waiting, await numberOf(idle, ['2 seconds']))
        peak.connections = Math.max(peak.connections, await numberOf(openConnections))
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    })()
    await Promise.all([...clients, watch])
    console.log(
      `stress: ${JSON.stringify(statuses)} in ${seconds} s; memory ${atFirst} MB, at most ${peak.memory} MB, now ${memory()} MB; ` +
        `${peak.connections} connections, ${peak.waiting} waiting in a transaction for 2 s`,
    )
    expect([...new Set(leaks)].slice(0, 10)).toEqual([])
    // 503 is an answer under such a load; a fault is none.
    for (const status of Object.keys(statuses))
      expect(['200', '201', '400', '403', '404', '409', '503', 'hung up']).toContain(status)
    expect(statuses['200'] ?? 0).toBeGreaterThan(clientCount)
    expect(statuses['hung up'] ?? 0).toBeGreaterThan(clientCount / 4)
    expect(peak.connections).toBeLessThanOrEqual(connections)
    expect(peak.waiting).toBe(0)

    await expect.poll(() => numberOf(idle, ['0 seconds']), { timeout: 5000 }).toBe(0)
    for (const { home, cookie } of callers) {
      const answer = await ask('/api/v1/students', cookie)
      expect(answer.status).toBe(200)
      expect(answer.text).toContain(home.marked.marker)
      expect(foreignIn(answer.text, home, '')).toEqual([])
    }
  },
  seconds * 1000 + 120_000,
)
