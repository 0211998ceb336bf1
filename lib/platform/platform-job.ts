import type { z } from 'zod'
import type { PlatformDb } from './db/platform'
import type { Transaction } from './db/tenant'
import { log } from './log'
import { sendInTransaction } from './queue'

export type PlatformJob<I> = {
  name: string
  input: z.ZodType<I>
  /** When it runs by itself: five fields of cron, Bogotá's time. Its input is then empty. */
  schedule?: string
  run: (input: I) => Promise<void>
}
export type PlatformMessage = { name: string; input: unknown }

const known = new Map<string, PlatformJob<unknown>>()
export const registeredPlatformJobs = (): ReadonlyMap<string, PlatformJob<unknown>> => known

/** Background work of the platform itself, in no school: its state is a row of its own, not one of `jobs`. */
export function platformJob<I>(definition: PlatformJob<I>): PlatformJob<I> {
  known.set(definition.name, definition as unknown as PlatformJob<unknown>)
  return definition
}

/** Queues the work in the transaction of a platform command. */
export async function enqueuePlatformJob<I>(
  db: PlatformDb,
  { name, input }: PlatformJob<I>,
  values: I,
  options: { startAfter?: Date } = {},
): Promise<void> {
  await sendInTransaction(db as unknown as Transaction, 'platform', { name, input: input.parse(values) }, options)
}

/** What throws goes back to the queue, which tries again and at last puts it aside. */
export async function runPlatformJob({ name, input }: PlatformMessage): Promise<void> {
  const definition = known.get(name)
  if (!definition) throw new Error(`no platform job is called ${name}`)
  const began = performance.now()
  await definition.run(definition.input.parse(input))
  log().info({ event: 'platform_job', target: name, ms: Math.round(performance.now() - began) })
}
