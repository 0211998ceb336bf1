import { command } from '@/lib/platform/operation'
import { failingFile, groupSheetFile, levelsFile } from './export'
import { listFailing } from './failing/queries'
import { failingInput } from './failing/schema'
import { readLevels } from './levels/queries'
import { levelsInput } from './levels/schema'
import { readSchoolSheets, readSheets } from './policy'
import { readGroupSheet } from './queries'
import { groupSheetInput, sheetFile } from './schema'

/** A group's sheet as .xlsx; that somebody took it along stays in the history. */
export const exportGroupSheet = command({
  name: 'sheets.exportGroup',
  permission: readSheets,
  input: groupSheetInput,
  output: sheetFile,
  prepare: async ({ ctx, input }) => {
    const sheet = await readGroupSheet.run(ctx, input)
    return { sheet, file: await groupSheetFile(sheet, ctx.locale) }
  },
  run: async ({ prepared: { sheet, file }, audit }) => {
    const after = { name: sheet.group.code, count: sheet.rows.length }
    audit({ action: 'sheet.export', entity: 'group', entityId: sheet.group.id, after })
    return file
  },
})

/** The list of who is failing as .xlsx, a line for each failed subject. */
export const exportFailing = command({
  name: 'sheets.exportFailing',
  permission: readSchoolSheets,
  input: failingInput,
  output: sheetFile,
  prepare: async ({ ctx, input }) => {
    const list = await listFailing.run(ctx, input)
    return { count: list.items.length, file: await failingFile(list, ctx.locale) }
  },
  run: async ({ ctx, prepared: { count, file }, audit }) => {
    audit({ action: 'sheet.exportFailing', entity: 'school', entityId: ctx.schoolId, after: { count } })
    return file
  },
})

/** How marks spread over the levels as .xlsx. */
export const exportLevels = command({
  name: 'sheets.exportLevels',
  permission: readSchoolSheets,
  input: levelsInput,
  output: sheetFile,
  prepare: async ({ ctx, input }) => {
    const levels = await readLevels.run(ctx, input)
    return { count: levels.items.length, file: await levelsFile(levels, input.by, ctx.locale) }
  },
  run: async ({ ctx, prepared: { count, file }, audit }) => {
    audit({ action: 'sheet.exportLevels', entity: 'school', entityId: ctx.schoolId, after: { count } })
    return file
  },
})
