import { z } from 'zod'
import { choice, idField, pageFields } from '@/lib/shared/fields'

export const jobStatuses = ['queued', 'running', 'done', 'failed'] as const
export type JobStatus = (typeof jobStatuses)[number]

export const runningCount = z.object({ running: z.number() })

export const listJobsInput = z.strictObject({ status: choice(jobStatuses).optional(), ...pageFields })

export const jobRow = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  status: z.enum(jobStatuses),
  total: z.number(),
  done: z.number(),
  failed: z.number(),
  attempts: z.number(),
  lastError: z.string().nullable(),
  startedBy: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
})
export type JobRow = z.infer<typeof jobRow>

export const jobPage = z.object({ items: z.array(jobRow), nextCursor: z.string().nullable() })

export const oneJobInput = z.strictObject({ jobId: idField })

export const jobItem = z.object({
  id: z.string(),
  label: z.string(),
  status: z.enum(['done', 'failed']),
  error: z.string().nullable(),
  at: z.string(),
})
export type JobItem = z.infer<typeof jobItem>

/** The failed items first; of very long jobs the first 500. */
export const jobDetail = jobRow.extend({ items: z.array(jobItem), canRetry: z.boolean() })
export type JobDetail = z.infer<typeof jobDetail>

export const platformJobs = z.object({
  /** Jobs that failed, newest first, of all schools. */
  failed: z.array(jobRow.extend({ school: z.object({ slug: z.string(), name: z.string() }) })),
  /** Each queue with what waits, runs, and was given up. */
  queues: z.array(z.object({ name: z.string(), waiting: z.number(), running: z.number(), dead: z.number() })),
})
export type PlatformJobs = z.infer<typeof platformJobs>
