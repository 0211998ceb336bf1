import { query } from '@/lib/platform/operation'
import { countCopy } from './rules'
import { copyCounts, copyInput } from './schema'
import { readCopy } from './steps'

/** What copying a year's structure would add to another one, in figures. Nothing is stored. */
export const previewCopy = query({
  name: 'academics.previewCopy',
  permission: 'config:institution',
  input: copyInput,
  output: copyCounts,
  run: async ({ db, input }) => {
    const { copy, gone } = await readCopy(db, input)
    return { ...countCopy(copy), gone }
  },
})
