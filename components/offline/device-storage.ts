import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { memoryStorage } from './memory-storage'
import type { OutboxStorage, Waiting } from './outbox-item'

interface Schema extends DBSchema {
  outbox: { key: [owner: string, key: string]; value: Waiting & { owner: string; key: string } }
}

const open = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>('athena-outbox', 1, {
    upgrade: (db) => void db.createObjectStore('outbox', { keyPath: ['owner', 'key'] }),
  })

/** The browser's own database: changes survive a reload, a crash, an empty battery. */
export async function deviceStorage(): Promise<OutboxStorage> {
  let db: IDBPDatabase<Schema>
  try {
    db = await open()
  } catch {
    // Private windows of some browsers have none; the page then warns before it is closed.
    return memoryStorage()
  }
  return {
    durable: true,
    load: async (owner) => {
      const rows = await db.getAll('outbox', IDBKeyRange.bound([owner], [owner, []]))
      return rows.map(({ owner: _owner, key: _key, ...waiting }) => waiting)
    },
    save: async (owner, waiting) => void (await db.put('outbox', { ...waiting, owner, key: waiting.call.key })),
    drop: async (owner, call) => {
      const tx = db.transaction('outbox', 'readwrite')
      const kept = await tx.store.get([owner, call.key])
      if (kept?.call.idempotencyKey === call.idempotencyKey) await tx.store.delete([owner, call.key])
      await tx.done
    },
  }
}
