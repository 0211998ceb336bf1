import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Outcome } from './deliver'
import { memoryStorage } from './memory-storage'
import { createOutbox } from './outbox'
import type { Call, Waiting } from './outbox-item'

let serial = 0
const change = (key: string, body: unknown = { version: 1 }): Call => ({
  key,
  url: `/api/${key}`,
  method: 'PUT',
  body,
  idempotencyKey: `k${++serial}`,
})

/** A server whose answers wait until the test gives them. */
function setUp(rows = new Map<string, Waiting>(), owner = 'attendance:school:person') {
  const calls: { call: Call; answer: (outcome: Outcome) => void }[] = []
  const deliver = (call: Call) => new Promise<Outcome>((answer) => calls.push({ call: structuredClone(call), answer }))
  const outbox = createOutbox({
    owner,
    storage: Promise.resolve(memoryStorage(rows, true)),
    deliver,
    rebase: (body, answer) => ({ ...(body as object), ...(answer as object) }),
  })
  return { outbox, calls, rows }
}
const saved = (answer: unknown = {}): Outcome => ({ kind: 'saved', answer })
const later: Outcome = { kind: 'later', afterMs: 0, fault: false }
const settle = () => vi.advanceTimersByTimeAsync(300)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('of one key only the latest leaves', async () => {
  const { outbox, calls } = setUp()
  outbox.put(change('a', { status: 'absent' }))
  outbox.put(change('a', { status: 'late' }))
  await settle()
  expect(calls.map(({ call }) => call.body)).toEqual([{ status: 'late' }])
  calls[0]?.answer(saved())
  await settle()
  expect(outbox.snapshot()).toMatchObject({ items: [], waiting: 0, savedAt: expect.any(Number) })
})

test('a change made while the one before is on its way follows it with the version that came back', async () => {
  const { outbox, calls } = setUp()
  outbox.put(change('a', { status: 'absent', version: 1 }))
  await settle()
  outbox.put(change('a', { status: 'late', version: 1 }))
  await settle()
  expect(calls).toHaveLength(1)
  calls[0]?.answer(saved({ version: 2 }))
  await settle()
  expect(calls[1]?.call.body).toEqual({ status: 'late', version: 2 })
})

test('an unanswered change survives a reload and leaves again under the same key', async () => {
  const first = setUp()
  const call = change('a')
  first.outbox.put(call)
  await settle()
  first.outbox.put(change('a', { status: 'late' }))
  await settle()

  const second = setUp(first.rows)
  await settle()
  expect(second.calls[0]?.call).toEqual(call)
  second.calls[0]?.answer(saved({ version: 2 }))
  await settle()
  expect(second.calls[1]?.call.body).toEqual({ status: 'late', version: 2 })
  second.calls[1]?.answer(saved())
  await settle()
  expect(first.rows.size).toBe(0)
})

test('what another person or school left on the device stays untouched', async () => {
  const first = setUp(new Map(), 'attendance:school:marta')
  first.outbox.put(change('a'))
  await settle()
  const second = setUp(first.rows, 'attendance:school:luis')
  await settle()
  expect(second.calls).toEqual([])
  expect(second.outbox.items()).toEqual([])
  expect(first.rows.size).toBe(1)
})

test('without an answer it waits longer each time, and goes at once when the network is back', async () => {
  const { outbox, calls } = setUp()
  outbox.put(change('a'))
  await settle()
  calls[0]?.answer(later)
  await vi.advanceTimersByTimeAsync(500)
  expect(calls).toHaveLength(1)
  expect(outbox.snapshot()).toMatchObject({ offline: true, waiting: 1 })
  await vi.advanceTimersByTimeAsync(1000)
  expect(calls).toHaveLength(2)
  calls[1]?.answer(later)
  await vi.advanceTimersByTimeAsync(1400)
  expect(calls).toHaveLength(2)
  void outbox.flush()
  await vi.advanceTimersByTimeAsync(1)
  expect(calls).toHaveLength(3)
  expect(new Set(calls.map(({ call }) => call.idempotencyKey)).size).toBe(1)
})

test('a session that ended stops everything until somebody has signed in', async () => {
  const { outbox, calls } = setUp()
  outbox.put(change('a'))
  outbox.put(change('b'))
  await settle()
  calls[0]?.answer({ kind: 'signed_out' })
  calls[1]?.answer(saved())
  await vi.advanceTimersByTimeAsync(60_000)
  expect(calls).toHaveLength(2)
  expect(outbox.snapshot()).toMatchObject({ signedOut: true, waiting: 1 })
  void outbox.resume()
  await settle()
  expect(calls[2]?.call.key).toBe('a')
})

describe('refusals', () => {
  const refusal = (kind: 'error' | 'conflict') => ({ kind, status: 409, code: 'x', reason: 'porque sí', current: 7 })

  test('stay with their reason, do not hold up others, and leave again only when asked', async () => {
    const { outbox, calls } = setUp()
    outbox.put(change('a'))
    await settle()
    calls[0]?.answer({ kind: 'refused', refusal: refusal('error') })
    outbox.put(change('b'))
    await settle()
    calls[1]?.answer(saved())
    await vi.advanceTimersByTimeAsync(60_000)
    expect(calls).toHaveLength(2)
    expect(outbox.items()).toMatchObject([{ key: 'a', state: 'error', refusal: { reason: 'porque sí' } }])
    outbox.retry('a')
    await settle()
    expect(calls).toHaveLength(3)
  })

  test('a conflict keeps what was typed last and what is stored', async () => {
    const { outbox, calls } = setUp()
    outbox.put(change('a', { status: 'absent' }))
    await settle()
    outbox.put(change('a', { status: 'late' }))
    calls[0]?.answer({ kind: 'refused', refusal: refusal('conflict') })
    await settle()
    expect(calls).toHaveLength(1)
    expect(outbox.items()).toMatchObject([{ state: 'conflict', body: { status: 'late' }, refusal: { current: 7 } }])
    outbox.put(change('a', { status: 'late', version: 8 }))
    await settle()
    expect(calls[1]?.call.body).toEqual({ status: 'late', version: 8 })
  })

  test('a change on which the server fails again and again gives way to the others', async () => {
    const { outbox, calls } = setUp()
    outbox.put(change('a'))
    for (let i = 0; i < 5; i++) {
      await vi.advanceTimersByTimeAsync(60_000)
      calls.at(-1)?.answer({ kind: 'later', afterMs: 0, fault: true })
    }
    await vi.advanceTimersByTimeAsync(60_000)
    expect(calls).toHaveLength(5)
    expect(outbox.items()).toMatchObject([{ state: 'error', refusal: { code: 'internal' } }])
  })
})

test('a change taken back while on its way is not brought back by its refusal', async () => {
  const { outbox, calls } = setUp()
  outbox.put(change('a'))
  await settle()
  outbox.remove('a')
  calls[0]?.answer({ kind: 'refused', refusal: { kind: 'error', status: 400, code: 'invalid', reason: '' } })
  await settle()
  expect(outbox.items()).toEqual([])
})

test('a device that cannot keep anything says so and sends all the same', async () => {
  const calls: Call[] = []
  const broken = { ...memoryStorage(new Map(), true), save: async () => Promise.reject(new Error('full')) }
  const deliver = async (call: Call) => {
    calls.push(call)
    return saved()
  }
  const outbox = createOutbox({ owner: 'o', storage: Promise.resolve(broken), deliver })
  outbox.put(change('a'))
  await settle()
  expect(calls).toHaveLength(1)
  expect(outbox.snapshot().durable).toBe(false)
})
