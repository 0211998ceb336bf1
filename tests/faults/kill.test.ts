import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserOf } from '@/tests/support/api'
import { type TestSchool, testSchool } from '@/tests/support/school'
import { startServer, type TestServer } from '@/tests/support/server'

let server: TestServer
let school: TestSchool

beforeAll(async () => {
  server = await startServer({ RATE_LIMITS: 'off' })
  school = await testSchool()
}, 300_000)

afterAll(() => server?.stop(), 60_000)

/** Letters for a number, so that no two children are alike. */
const letters = (number: number) =>
  [...String(number).padStart(5, '0')].map((digit) => 'bcdfghjlmn'[Number(digit)]).join('a')

const child = (number: number) => ({
  kind: 'new',
  schoolYearId: school.yearId,
  gradeLevel: '3',
  shift: 'morning',
  student: {
    documentType: 'TI',
    documentNumber: `10${String(number).padStart(8, '0')}`,
    firstSurname: `Z${letters(number)}`,
    firstName: `N${letters(number * 7)}`,
    birthDate: new Date(Date.UTC(2015, 0, 1 + (number % 900))).toISOString().slice(0, 10),
    gender: 'F',
  },
  guardians: [
    {
      guardian: {
        documentType: 'CC',
        documentNumber: `43${String(number).padStart(6, '0')}`,
        firstSurname: `Z${letters(number)}`,
        firstName: 'Madre',
        phone: '3001234567',
      },
      relationship: 'mother',
      isPrimary: true,
    },
  ],
})

/** Children that are there in part: without enrollment, documents, guardian or history line. */
const halves = `
  select s.id from students s
   where s.school_id = $1
     and (not exists (select 1 from enrollments e where e.school_id = s.school_id and e.student_id = s.id)
       or not exists (select 1 from student_guardians g where g.school_id = s.school_id and g.student_id = s.id)
       or not exists (select 1 from enrollments e join enrollment_documents d on d.school_id = e.school_id and d.enrollment_id = e.id
                       where e.school_id = s.school_id and e.student_id = s.id)
       or not exists (select 1 from audit_log a where a.school_id = s.school_id and a.student_id = s.id))`

test('a server that is killed in the middle of enrollments leaves whole ones or none, and what was answered is there', async () => {
  const answered = new Set<string>()
  let number = 0
  for (let round = 0; round < 3; round++) {
    const call = await browserOf(server.url, school.members.secretary.userId)
    let killed = false
    const clients = Array.from({ length: 6 }, async () => {
      while (!killed) {
        const body = child(++number)
        const answer = await call('/api/v1/enrollments', { method: 'POST', body }).catch(() => undefined)
        if (answer?.status === 201) answered.add(body.student.documentNumber)
        else if (answer) throw new Error(`${answer.status} ${await answer.text()}`)
      }
    })
    // In the middle of it: some are answered, six are under way.
    await expect.poll(() => answered.size, { timeout: 30_000, interval: 5 }).toBeGreaterThan(12 * (round + 1))
    killed = true
    process.kill(-(server.web.child.pid ?? 0), 'SIGKILL')
    await Promise.all(clients)
    await server.web.ended
    server.web = await server.startAgain()
  }
  const client = new Client(process.env.DATABASE_OWNER_URL)
  await client.connect()
  const stored = await client.query<{ document_number: string }>(
    'select document_number from students where school_id = $1',
    [school.id],
  )
  const broken = await client.query(halves, [school.id])
  await client.end()
  expect(broken.rows).toEqual([])
  const numbers = new Set(stored.rows.map((row) => row.document_number))
  expect([...answered].filter((known) => !numbers.has(known))).toEqual([])
}, 180_000)
