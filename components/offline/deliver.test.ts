import { expect, test, vi } from 'vitest'
import { deliver } from './deliver'

const call = { key: 'a', url: '/api/v1/x', method: 'PUT', body: { a: 1 }, idempotencyKey: 'k' } as const
const problem = 'application/problem+json; charset=utf-8'

function answers(status: number, body: unknown, headers: Record<string, string> = { 'content-type': problem }) {
  return vi.fn<typeof fetch>(async () => new Response(JSON.stringify(body), { status, headers }))
}
const from = { schoolId: 's', personId: 'p' }

test('says which school and which person it is from, and carries its key', async () => {
  const send = answers(200, { version: 2 }, { 'content-type': 'application/json' })
  expect(await deliver(call, from, send)).toEqual({ kind: 'saved', answer: { version: 2 } })
  const sent = send.mock.calls[0]?.[1]
  expect(sent?.headers).toMatchObject({ 'x-school-id': 's', 'x-user-id': 'p', 'idempotency-key': 'k' })
  expect(sent?.keepalive).toBe(true)
})

test.each([
  ['the network is gone', async () => Promise.reject(new TypeError('Failed to fetch'))],
  [
    "a school network's own page answers",
    async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  ],
])('waits when %s', async (_, send) => {
  expect(await deliver(call, from, send)).toEqual({ kind: 'later', afterMs: 0, fault: false })
})

test.each([
  [401, { title: 'unauthenticated' }, { kind: 'signed_out' }],
  [409, { title: 'in_progress' }, { kind: 'later', fault: false }],
  [503, { title: 'unavailable' }, { kind: 'later', fault: false }],
  [500, { title: 'internal' }, { kind: 'later', fault: true }],
  [
    409,
    { title: 'conflict', detail: 'Otra persona', current: { version: 3 } },
    { kind: 'refused', refusal: { kind: 'conflict', current: { version: 3 } } },
  ],
  [
    409,
    { title: 'not_allowed_now', detail: 'Cerrado' },
    { kind: 'refused', refusal: { kind: 'error', reason: 'Cerrado' } },
  ],
  [
    400,
    { title: 'invalid', detail: 'Datos', errors: [{ detail: 'Fuera de la escala' }] },
    { kind: 'refused', refusal: { reason: 'Fuera de la escala' } },
  ],
])('%s %o', async (status, body, outcome) => {
  expect(await deliver(call, from, answers(status, body))).toMatchObject(outcome)
})

test('waits as long as the server asks for', async () => {
  const send = answers(429, { title: 'rate_limited' }, { 'content-type': problem, 'retry-after': '7' })
  expect(await deliver(call, from, send)).toMatchObject({ kind: 'later', afterMs: 7000 })
})
