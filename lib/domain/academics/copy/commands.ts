import { command } from '@/lib/platform/operation'
import { copyCounts, copyInput } from './schema'
import { addMissing } from './steps'

/**
 * Adds to a year in planning what it lacks of another year's plans, groups and, on request, courses with their teachers.
 * Plans arrive as drafts. Safe to repeat.
 */
export const copyStructure = command({
  name: 'academics.copyStructure',
  permission: 'config:institution',
  input: copyInput,
  output: copyCounts,
  run: async (call) => {
    const { counts, gone } = await addMissing(call, call.input)
    return { ...counts, gone }
  },
})
