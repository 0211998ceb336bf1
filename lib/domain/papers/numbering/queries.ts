import { nothing, query } from '@/lib/platform/operation'
import { numbering } from './schema'
import { readPaperSettings, readSeries } from './steps'

export const readNumbering = query({
  name: 'papers.numbering',
  permission: 'config:institution',
  input: nothing,
  output: numbering,
  run: async ({ db }) => {
    const { version, prefixes } = await readPaperSettings(db)
    return readSeries(db, version, prefixes)
  },
})
