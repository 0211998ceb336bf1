import { fromPrisma, PgBoss } from 'pg-boss'
import { database } from './db/client'
import type { Transaction } from './db/tenant'
import { withoutScope } from './db/tenant'
import { log } from './log'
import { queueSchema } from './queues'

const holder = globalThis as typeof globalThis & { athenaBoss?: Promise<PgBoss> }

async function start(): Promise<PgBoss> {
  const boss = new PgBoss({
    schema: queueSchema,
    // As it comes: a text of several statements answers a list, which pg-boss takes apart itself.
    db: { executeSql: (text, values) => database().pool.query(text, values) },
    // The owner migrates; this role may not.
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  })
  boss.on('error', (error) => log().error({ event: 'queue.error', message: error.message }))
  await boss.start()
  return boss
}

/** The sending side of the queue: no polling, no timers. */
export function queue(): Promise<PgBoss> {
  holder.athenaBoss ??= start().catch((error) => {
    holder.athenaBoss = undefined
    throw error
  })
  return holder.athenaBoss
}

/** Puts a message into the queue inside `tx`: it exists when, and only when, the transaction commits. */
export async function sendInTransaction(
  tx: Transaction,
  name: string,
  data: object,
  options: { startAfter?: Date; singletonKey?: string } = {},
): Promise<void> {
  const boss = await queue()
  const inner = fromPrisma({
    $queryRawUnsafe: <T>(text: string, ...values: unknown[]) =>
      withoutScope(() => tx.$queryRawUnsafe<T>(text, ...values)),
  } as Parameters<typeof fromPrisma>[0])
  await boss.send(name, data, { ...options, db: inner })
}
