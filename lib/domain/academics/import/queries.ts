import { query } from '@/lib/platform/operation'
import { readTable } from '@/lib/platform/table-reader'
import { openYear } from '../plans/steps'
import { templateFile } from './export'
import { checkRows } from './import'
import { fileOutput, importInput, importResult, templateInput } from './schema'

/** A dry run: what the file would change, and each cell that cannot be taken over. Nothing is stored. */
export const checkImport = query({
  name: 'academics.checkImport',
  permission: 'config:institution',
  input: importInput,
  output: importResult,
  run: async ({ db, sql, ctx, input }) => {
    await openYear(db, input.schoolYearId)
    return (await checkRows({ db, sql, ctx }, input, await readTable(input.content))).result
  },
})

/** An empty spreadsheet with the headings and two rows as an example. */
export const importTemplate = query({
  name: 'academics.importTemplate',
  permission: 'config:institution',
  input: templateInput,
  output: fileOutput,
  run: ({ ctx, input }) => templateFile(ctx, input),
})
