import type { OutboxStorage, Waiting } from './outbox-item'

/** For browsers that forbid storage, and for tests: lost with the page. */
export function memoryStorage(rows = new Map<string, Waiting>(), durable = false): OutboxStorage {
  const id = (owner: string, key: string) => `${owner}\n${key}`
  return {
    durable,
    load: async (owner) =>
      [...rows].filter(([name]) => name.startsWith(`${owner}\n`)).map(([, waiting]) => structuredClone(waiting)),
    save: async (owner, waiting) => void rows.set(id(owner, waiting.call.key), structuredClone(waiting)),
    drop: async (owner, call) => {
      const kept = rows.get(id(owner, call.key))
      if (kept?.call.idempotencyKey === call.idempotencyKey) rows.delete(id(owner, call.key))
    },
  }
}
