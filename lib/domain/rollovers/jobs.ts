import { job } from '@/lib/platform/job'
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

type Progress = {
  item(key: string, label: string, work: () => Promise<unknown>): Promise<void>
  total(count: number): Promise<void>
}

/** Portion by portion; each is a transaction of its own, so that a run that was cut off goes on behind the last one. */
async function inPortions(
  progress: Progress,
  kind: string,
  ids: readonly string[],
  work: (part: string[]) => Promise<unknown>,
) {
  let at = 0
  for (const part of portions(ids)) {
    const label = `${at + 1}–${at + part.length}`
    at += part.length
    await progress.item(`${kind}-${part[0]}`, label, () => work(part))
  }
}

/** The step to the new year: its structure, then the students. */
export const runRollover = job({
  name: 'rollovers.run',
  input: jobInput,
  run: async ({ ctx, input: { rolloverId }, progress }) => {
    await copyRolloverStructure.run(ctx, { rolloverId })
    const { enrollmentIds } = await readRolloverWork.run(ctx, { rolloverId })
    await progress.total(portions(enrollmentIds).length)
    await inPortions(progress, 'run', enrollmentIds, (part) => runPortion.run(ctx, { rolloverId, enrollmentIds: part }))
    await finishRun.run(ctx, { rolloverId })
  },
})

/** A whole run taken back: the students, then the structure. */
export const undoRollover = job({
  name: 'rollovers.undo',
  input: jobInput,
  run: async ({ ctx, input: { rolloverId }, progress }) => {
    const { enrollmentIds } = await readRolloverUndone.run(ctx, { rolloverId })
    await progress.total(portions(enrollmentIds).length)
    await inPortions(progress, 'undo', enrollmentIds, (part) =>
      undoPortion.run(ctx, { rolloverId, enrollmentIds: part }),
    )
    await finishUndo.run(ctx, { rolloverId })
  },
})
