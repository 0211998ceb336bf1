import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserOf, type Caller } from '@/tests/support/api'
import { addStudent } from '@/tests/support/family'
import { type TestSchool, testSchool } from '@/tests/support/school'
import { startServer, type TestServer } from '@/tests/support/server'

let server: TestServer
let school: TestSchool
let call: Caller

beforeAll(async () => {
  server = await startServer()
  school = await testSchool()
  await addStudent(school, { firstSurname: 'Ospina', firstName: 'Salomé' })
  call = await browserOf(server.url, school.members.secretary.userId)
}, 300_000)

afterAll(() => server?.stop(), 60_000)

test('a database that is away gives a clear refusal within seconds, and nothing ends', async () => {
  expect((await call('/api/v1/students')).status).toBe(200)
  const began = Date.now()
  await server.postgres.stop()
  const answers = await Promise.all(Array.from({ length: 12 }, () => call('/api/v1/students')))
  expect(Date.now() - began).toBeLessThan(15_000)
  for (const answer of answers) {
    expect(answer.status).toBe(503)
    const problem = (await answer.json()) as { title: string; detail: string }
    expect(problem.title).toBe('unavailable')
    expect(problem.detail).toContain('No se guardó nada')
  }
  expect((await fetch(`${server.url}/api/health/live`)).status).toBe(200)
  expect((await fetch(`${server.url}/api/health/ready`)).status).toBe(503)
  expect(server.web.child.exitCode).toBeNull()

  const page = await call(`/${school.slug}/students`)
  expect(page.status).toBeGreaterThanOrEqual(500)
  expect(await page.text()).not.toMatch(/ECONNREFUSED|Prisma|at \w+ \(/)

  await server.postgres.restart()
  const back = Date.now()
  let status = 0
  while (status !== 200 && Date.now() - back < 10_000) {
    status = (await call('/api/v1/students')).status
    if (status !== 200) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(status).toBe(200)
  expect(Date.now() - back).toBeLessThan(2000)
  expect((await call(`/${school.slug}/students`)).status).toBe(200)
  expect(server.web.child.exitCode).toBeNull()
}, 120_000)
