import type { z } from 'zod'
import type { SchoolContext } from './context'
import { userIdOf } from './context'
import type { Transaction } from './db/tenant'
import type { JobProgress } from './progress'
import { sendInTransaction } from './queue'

export type JobDefinition<I> = {
  name: string
  input: z.ZodType<I>
  run: (call: { ctx: SchoolContext; input: I; progress: JobProgress }) => Promise<void>
}

export type EnqueueOptions = { title?: string; total?: number; startAfter?: Date }

const jobs = new Map<string, JobDefinition<unknown>>()
export const registeredJobs = (): ReadonlyMap<string, JobDefinition<unknown>> => jobs

/** Background work of a school: a thin call to commands, item by item, safe to run again after it was cut off. */
export function job<I>(definition: JobDefinition<I>): JobDefinition<I> {
  jobs.set(definition.name, definition as unknown as JobDefinition<unknown>)
  return definition
}

/** @returns the id of the row that shows the job's progress */
export async function enqueueJob<I>(
  tx: Transaction,
  ctx: SchoolContext,
  definition: JobDefinition<I>,
  input: I,
  options: EnqueueOptions = {},
): Promise<string> {
  const { id } = await tx.job.create({
    data: {
      schoolId: ctx.schoolId,
      name: definition.name,
      title: options.title ?? definition.name,
      input: definition.input.parse(input) as object,
      total: options.total ?? 0,
      requestId: ctx.requestId,
      createdBy: userIdOf(ctx),
    },
    select: { id: true },
  })
  await requeueJob(tx, ctx, id, options.startAfter)
  return id
}

/** Puts the row's work into the queue (again). */
export async function requeueJob(tx: Transaction, ctx: SchoolContext, jobId: string, startAfter?: Date): Promise<void> {
  await sendInTransaction(tx, 'jobs', { schoolId: ctx.schoolId, jobId }, startAfter ? { startAfter } : {})
}
