import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserOf, type Caller } from '@/tests/support/api'
import { addEnrollment } from '@/tests/support/enrollment'
import { addStudent } from '@/tests/support/family'
import { samples } from '@/tests/support/files'
import { type TestSchool, testSchool } from '@/tests/support/school'
import { startServer, type TestServer } from '@/tests/support/server'

let server: TestServer
let school: TestSchool
let call: Caller

beforeAll(async () => {
  server = await startServer()
  school = await testSchool()
  call = await browserOf(server.url, school.members.secretary.userId)
}, 300_000)

afterAll(() => server?.stop(), 60_000)

test('pages work without the object store, an upload says what is wrong, and goes on when the store is back', async () => {
  const student = await addStudent(school)
  const { id: enrollmentId, documents } = await addEnrollment(school, { studentId: student.id })
  const document = documents.birth_certificate
  if (!document) throw new Error('the factory asks for no birth certificate')
  const { bytes, contentType } = samples.pdf
  const file = {
    fileName: 'registro civil.pdf',
    size: bytes.length,
    contentType,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  const register = await call(`/api/v1/documents/${document.id}/files`, { method: 'POST', body: file })
  expect(register.status).toBe(201)
  const { fileId, url, headers } = (await register.json()) as {
    fileId: string
    url: string
    headers: Record<string, string>
  }

  await server.store.stop()
  expect((await call(`/${school.slug}/students`)).status).toBe(200)
  expect((await call(`/${school.slug}/enrollments/${enrollmentId}`)).status).toBe(200)
  const health = await fetch(`${server.url}/api/health/ready`)
  expect(health.status).toBe(200)
  expect(await health.json()).toMatchObject({ status: 'degraded', store: 'down' })
  const refused = await call(`/api/v1/documents/${document.id}/files/${fileId}/finish`, { method: 'POST', body: {} })
  expect(refused.status).toBe(503)
  expect(((await refused.json()) as { detail: string }).detail).toMatch(/almacén/)

  await server.store.start()
  const put = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) })
  expect(put.status).toBe(200)
  const finished = await call(`/api/v1/documents/${document.id}/files/${fileId}/finish`, { method: 'POST', body: {} })
  expect(finished.status).toBe(200)
  expect(await finished.json()).toMatchObject({ accepted: true })
}, 120_000)
