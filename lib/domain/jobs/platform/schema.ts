import { z } from 'zod'
import { choice } from '@/lib/shared/fields'
import { platformJobs } from '../schema'

export const deadQueues = ['jobs', 'mail', 'platform'] as const

export const retryDeadInput = z.strictObject({ queue: choice(deadQueues) })
export const retriedDead = z.object({ count: z.number() })

export const health = z.object({
  queues: z.array(
    z.object({
      name: z.string(),
      waiting: z.number(),
      running: z.number(),
      dead: z.number(),
      /** Minutes that the oldest has been due; null when nothing waits. */
      oldestMinutes: z.number().nullable(),
      canRetry: z.boolean(),
    }),
  ),
  /** The platform's own mails of a day, by state; a school's are on its own page. */
  mails: z.object({ queued: z.number(), sent: z.number(), kept: z.number(), failed: z.number() }),
  storage: z.object({
    answers: z.boolean(),
    bytes: z.number(),
    largest: z.array(z.object({ schoolId: z.string(), name: z.string(), bytes: z.number() })),
  }),
  database: z.object({
    version: z.string(),
    connections: z.number(),
    mostConnections: z.number(),
    sizeBytes: z.number(),
    longestSeconds: z.number(),
    longTransactions: z.number(),
    waitingForLocks: z.number(),
  }),
  failed: platformJobs.shape.failed,
  /** What somebody should look at, in the order in which it hurts. */
  attention: z.array(z.enum(['store', 'dead', 'waiting', 'connections', 'transactions', 'mails', 'jobs'])),
})
export type Health = z.infer<typeof health>
