import { Client } from 'pg'
import { grantToApp } from './grants.ts'
import { deploy } from './migrations.ts'
import { prepareQueues } from './queues.ts'
import type { Target } from './target.ts'

/** Any fixed number; it only has to differ from the lock of Prisma's schema engine (72707369). */
const LOCK = 410_1994

/**
 * Brings a database to this version: migrations, job queues, the application role's rights. Answers the names of the
 * applied migrations. Several processes may start at once: they take turns.
 */
export function prepareDatabase({ ownerUrl, appUrl }: Target): Promise<string[]> {
  return alone(ownerUrl, async () => {
    const applied = await deploy(ownerUrl)
    await prepareQueues(ownerUrl)
    await grantToApp(ownerUrl, appUrl)
    return applied
  })
}

/** Runs `work` while no other process migrates this database. */
export async function alone<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new Client(ownerUrl)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    return await work()
  } finally {
    await client.end()
  }
}
