'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { useWhereabouts } from '@/components/layout/person-context'
import { deliver } from './deliver'
import { deviceStorage } from './device-storage'
import { memoryStorage } from './memory-storage'
import { createOutbox, type Outbox, type Snapshot } from './outbox'
import type { OutboxStorage } from './outbox-item'

export type OutboxKind = {
  /** `attendance`, `gradebook`: one queue each. */
  name: string
  /** See OutboxOptions. */
  rebase?: (body: unknown, answer: unknown) => unknown
}

/** They outlive the page that made them, so that going elsewhere in the school sends the rest. */
const known = new Map<string, Outbox>()
let device: Promise<OutboxStorage> | undefined

function outboxOf({ name, rebase }: OutboxKind, schoolId: string | undefined, personId: string | undefined): Outbox {
  const owner = `${name}:${schoolId ?? '-'}:${personId ?? '-'}`
  const before = known.get(owner)
  if (before) return before
  device ??= deviceStorage()
  const outbox = createOutbox({
    owner,
    storage: device,
    deliver: (call) => deliver(call, { schoolId, personId }),
    ...(rebase ? { rebase } : {}),
  })
  known.set(owner, outbox)
  const again = () => void outbox.flush()
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again())
  window.addEventListener('beforeunload', (event) => {
    if (outbox.snapshot().waiting > 0) event.preventDefault()
  })
  return outbox
}

/** While the server draws the page nothing is kept anywhere. */
const nowhere = () =>
  createOutbox({
    owner: '',
    storage: Promise.resolve(memoryStorage()),
    deliver: async () => ({ kind: 'later', afterMs: 0, fault: false }),
  })
const empty: Snapshot = {
  loaded: false,
  durable: true,
  items: [],
  waiting: 0,
  refused: 0,
  offline: false,
  signedOut: false,
  savedAt: null,
}

/** The queue of this device for one kind of change, of this school and this person. */
export function useOutbox(kind: OutboxKind): { outbox: Outbox; state: Snapshot } {
  const { person, schoolId } = useWhereabouts()
  const [outbox] = useState(() => (typeof window === 'undefined' ? nowhere() : outboxOf(kind, schoolId, person?.id)))
  const state = useSyncExternalStore(outbox.subscribe, outbox.snapshot, () => empty)
  useEffect(() => void outbox.flush(), [outbox])
  return { outbox, state }
}
