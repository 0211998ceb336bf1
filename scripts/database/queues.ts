import { PgBoss } from 'pg-boss'
import { queueSchema, queues } from '@/lib/platform/queues'
import { ScriptError } from '../console.ts'

/** Creates or migrates pg-boss's schema and brings its queues to what lib/platform/queues.ts lists; for the owner role. */
export async function prepareQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: queueSchema,
    supervise: false,
    schedule: false,
    max: 2,
  })
  boss.on('error', () => {})
  try {
    await boss.start()
    const present = new Set((await boss.getQueues()).map(({ name }) => name))
    // A dead-letter queue comes before the queue that names it.
    const ordered = queues.toSorted((a, b) => Number(Boolean(a.deadLetter)) - Number(Boolean(b.deadLetter)))
    for (const { name, ...options } of ordered) {
      if (present.has(name)) await boss.updateQueue(name, options)
      else await boss.createQueue(name, options)
    }
  } catch (error) {
    throw new ScriptError(`The job queues could not be prepared: ${error instanceof Error ? error.message : error}`)
  } finally {
    await boss.stop({ graceful: false, close: true })
  }
}
