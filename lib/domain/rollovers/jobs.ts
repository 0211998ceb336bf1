import type { SchoolContext } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { faultOf } from '@/lib/platform/fault'
import { job } from '@/lib/platform/job'
import { log } from '@/lib/platform/log'
import type { JobProgress } from '@/lib/platform/progress'
import { recordFailure } from './failures/commands'
import { readRolloverUndone, readRolloverWork } from './queries'
import { copyRolloverStructure, finishRun, runPortion } from './run/commands'
import { jobInput } from './schema'
import { finishUndo, undoPortion } from './undo/commands'

/** Small enough for a progress bar that moves, large enough for few transactions. */
const PORTION = 50

const portions = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / PORTION) }, (_, index) =>
    ids.slice(index * PORTION, (index + 1) * PORTION),
  )

const ofEverybody = new Set(['rollovers.refusal.notUnderWay', 'enrollments.refusal.yearClosed'])

/** What would stop every other student too: the database is away, the run is over, the new year is. */
const stopsAll = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'unavailable' || ofEverybody.has(error.details.reason ?? ''))

type Run = {
  ctx: SchoolContext
  progress: JobProgress
  rolloverId: string
  during: 'running' | 'undoing'
  work: typeof runPortion | typeof undoPortion
}

/** One student who cannot be done must not hold up the other forty-nine: they are done one by one, and that one is named. */
async function oneByOne({ ctx, rolloverId, during, work }: Run, part: readonly string[]): Promise<void> {
  let failed = 0
  for (const enrollmentId of part) {
    try {
      await work.run(ctx, { rolloverId, enrollmentIds: [enrollmentId] })
    } catch (error) {
      if (stopsAll(error)) throw error
      failed += 1
      log().error({ event: 'rollover.student', requestId: ctx.requestId, enrollmentId, fault: faultOf(error) })
      await recordFailure.run(ctx, { rolloverId, enrollmentId, during })
    }
  }
  if (failed > 0)
    throw new AppError('not_allowed_now', { reason: 'rollovers.refusal.someFailed', data: { count: failed } })
}

/** Portion by portion; each is a transaction of its own, so that a run that was cut off goes on behind the last one. */
async function inPortions(run: Run, ids: readonly string[]): Promise<void> {
  const { ctx, progress, rolloverId, during, work } = run
  const parts = portions(ids)
  await progress.left(parts.length)
  let at = 0
  for (const part of parts) {
    const label = `${at + 1}–${at + part.length}`
    at += part.length
    await progress.item(`${during}-${part[0]}`, label, async () => {
      try {
        await work.run(ctx, { rolloverId, enrollmentIds: part })
      } catch (error) {
        if (stopsAll(error)) throw error
        await oneByOne(run, part)
      }
    })
  }
}

/** The step to the new year: its structure, then the students. */
export const runRollover = job({
  name: 'rollovers.run',
  input: jobInput,
  run: async ({ ctx, input: { rolloverId }, progress }) => {
    await copyRolloverStructure.run(ctx, { rolloverId })
    const { enrollmentIds } = await readRolloverWork.run(ctx, { rolloverId })
    await inPortions({ ctx, progress, rolloverId, during: 'running', work: runPortion }, enrollmentIds)
    await finishRun.run(ctx, { rolloverId })
  },
})

/** A whole run taken back: the students, then the structure. */
export const undoRollover = job({
  name: 'rollovers.undo',
  input: jobInput,
  run: async ({ ctx, input: { rolloverId }, progress }) => {
    const { enrollmentIds } = await readRolloverUndone.run(ctx, { rolloverId })
    await inPortions({ ctx, progress, rolloverId, during: 'undoing', work: undoPortion }, enrollmentIds)
    await finishUndo.run(ctx, { rolloverId })
  },
})
