import { z } from 'zod'

export const jobStatuses = ['queued', 'running', 'done', 'failed'] as const
export type JobStatus = (typeof jobStatuses)[number]

export const runningCount = z.object({ running: z.number() })
