import type { Outcome } from './deliver'
import type { Call, Item, OutboxStorage, Waiting } from './outbox-item'

export type OutboxOptions = {
  /** Outbox, school and person. */
  owner: string
  storage: Promise<OutboxStorage>
  deliver: (call: Call) => Promise<Outcome>
  /** The body of a change that waited for the answer of the one before it, usually with the new version. */
  rebase?: (body: unknown, answer: unknown) => unknown
  /** How long a change rests before it goes, so that four taps on one line are one call. */
  restMs?: number
  now?: () => number
}

export type Saved = { call: Call; answer: unknown }

export type Snapshot = {
  /** False until the device has been asked what is left from before. */
  loaded: boolean
  /** False when this browser keeps nothing beyond the page. */
  durable: boolean
  items: readonly Item[]
  /** Not saved and not refused. */
  waiting: number
  refused: number
  offline: boolean
  signedOut: boolean
  /** When the last change was saved, milliseconds since 1970. */
  savedAt: number | null
}

const width = 3
const longestMs = 30_000
/** A change on which the server fails so often is at fault itself: others behind it must not wait for ever. */
const faultsUntilRefused = 5

/**
 * Changes on their way to the server, kept on the device until each has its answer. Of one key the latest wins;
 * what had already left is waited for, and a change made meanwhile follows it.
 */
export function createOutbox({ owner, storage, deliver, rebase, restMs = 250, now = Date.now }: OutboxOptions) {
  const waiting = new Map<string, Waiting>()
  const due = new Map<string, number>()
  const faults = new Map<string, number>()
  const flying = new Map<string, Promise<void>>()
  const listeners = new Set<() => void>()
  const savers = new Set<(saved: Saved) => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let quietUntil = 0
  let state: Omit<Snapshot, 'items' | 'waiting' | 'refused' | 'offline'> = {
    loaded: false,
    durable: true,
    signedOut: false,
    savedAt: null,
  }
  let snapshot = take()

  function take(): Snapshot {
    const items = [...waiting.values()].map(({ call, next, at, refusal }): Item => {
      const going = flying.has(call.key) ? 'sending' : 'pending'
      return {
        key: call.key,
        state: refusal?.kind ?? going,
        body: (next ?? call).body,
        at,
        ...(refusal ? { refusal } : {}),
      }
    })
    const refused = items.filter(({ refusal }) => refusal).length
    return { ...state, items, refused, waiting: items.length - refused, offline: failures > 0 }
  }

  function tell() {
    snapshot = take()
    for (const listener of listeners) listener()
  }

  /** A full device must not get in the way of sending: the page warns before it is closed. */
  const kept = (write: (to: OutboxStorage) => Promise<void>) =>
    storage.then(write).catch(() => {
      state = { ...state, durable: false }
      tell()
    })
  const keep = (one: Waiting) => void kept((to) => to.save(owner, one))
  const forget = (call: Call) => void kept((to) => to.drop(owner, call))

  const ready = storage.then(async (device) => {
    const rows = await device.load(owner)
    for (const row of rows.sort((a, b) => a.at - b.at)) if (!waiting.has(row.call.key)) waiting.set(row.call.key, row)
    state = { ...state, loaded: true, durable: device.durable }
    tell()
    pump()
  })

  function wake(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(pump, ms)
  }

  function pump() {
    if (state.signedOut || !state.loaded) return
    const at = now()
    if (quietUntil > at) return wake(quietUntil - at)
    let soonest = Number.POSITIVE_INFINITY
    for (const [key, one] of waiting) {
      if (flying.size >= width) return
      if (one.refusal || flying.has(key)) continue
      const rest = (due.get(key) ?? 0) - at
      if (rest > 0) soonest = Math.min(soonest, rest)
      else flying.set(key, send(one))
    }
    if (soonest < Number.POSITIVE_INFINITY) wake(soonest)
    tell()
  }

  async function send(one: Waiting) {
    const { call } = one
    one.left = true
    keep(one)
    const outcome = await deliver(call)
    flying.delete(call.key)
    if (outcome.kind === 'saved') settle(one, outcome.answer)
    else if (outcome.kind === 'refused') refuse(one, outcome.refusal)
    else if (outcome.kind === 'signed_out') state = { ...state, signedOut: true }
    else postpone(one, outcome)
    tell()
    pump()
  }

  function settle(one: Waiting, answer: unknown) {
    failures = 0
    faults.delete(one.call.key)
    state = { ...state, savedAt: now() }
    const { call } = one
    const latest = waiting.get(call.key)
    const next = latest === one ? one.next : latest?.call
    if (next) put({ ...next, body: rebase ? rebase(next.body, answer) : next.body }, true)
    else {
      waiting.delete(call.key)
      due.delete(call.key)
      forget(call)
    }
    for (const saver of savers) saver({ call, answer })
  }

  function refuse(one: Waiting, refusal: NonNullable<Waiting['refusal']>) {
    failures = 0
    if (waiting.get(one.call.key) !== one) return
    const { next, ...rest } = one
    if (next && refusal.kind === 'error') return put(next, true)
    const kept: Waiting = { ...rest, call: next ?? one.call, refusal }
    waiting.set(one.call.key, kept)
    keep(kept)
  }

  function postpone(one: Waiting, { afterMs, fault }: Extract<Outcome, { kind: 'later' }>) {
    const failed = (faults.get(one.call.key) ?? 0) + (fault ? 1 : 0)
    faults.set(one.call.key, failed)
    if (failed >= faultsUntilRefused) {
      faults.delete(one.call.key)
      return refuse(one, { kind: 'error', status: 500, code: 'internal', reason: '' })
    }
    failures += 1
    const backoff = Math.min(longestMs, 1000 * 2 ** (failures - 1))
    // Thirty phones come back at the same moment.
    quietUntil = now() + Math.max(afterMs, backoff * (0.75 + Math.random() / 2))
  }

  /** @param fresh the change takes the place of whatever was there, as it is nobody else's successor */
  function put(call: Call, fresh = false) {
    const before = waiting.get(call.key)
    const follows = !fresh && before?.left && !before.refusal
    const one: Waiting = follows
      ? Object.assign(before, { next: call })
      : { call, left: false, at: before?.at ?? now() }
    waiting.set(call.key, one)
    due.set(call.key, now() + (fresh ? 0 : restMs))
    keep(one)
    tell()
    if (!fresh) pump()
  }

  /** Sends what waits without waiting longer. @returns when nothing is on its way any more */
  async function flush(): Promise<void> {
    await ready
    quietUntil = 0
    due.clear()
    pump()
    while (flying.size > 0) await Promise.race(flying.values())
  }

  return {
    ready,
    put: (call: Call) => put(call),
    /** Forgets a change: undone before it left, or refused and given up. What is already on its way still arrives. */
    remove(key: string) {
      const one = waiting.get(key)
      if (!one) return
      waiting.delete(key)
      due.delete(key)
      forget(one.call)
      tell()
    },
    /** Sends refused changes once more. */
    retry(key: string) {
      const one = waiting.get(key)
      if (one?.refusal) put(one.call, true)
      pump()
    },
    flush,
    /** After signing in again. */
    resume() {
      state = { ...state, signedOut: false }
      failures = 0
      return flush()
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Called with each change that the server has taken and with what it answered. */
    onSaved(saver: (saved: Saved) => void): () => void {
      savers.add(saver)
      return () => void savers.delete(saver)
    },
    snapshot: () => snapshot,
    items: () => snapshot.items,
  }
}

export type Outbox = ReturnType<typeof createOutbox>
