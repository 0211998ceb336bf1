import { query } from '@/lib/platform/operation'
import { readRolls } from '../policy'
import { sheetFile } from './export'
import { exportMonthInput, monthFile, monthInput, monthSheet } from './schema'
import { monthSheetOf } from './steps'

export const readMonth = query({
  name: 'attendance.month',
  permission: readRolls,
  input: monthInput,
  output: monthSheet,
  run: ({ ctx, sql, input }) => monthSheetOf({ ctx, sql }, input),
})

/** The same sheet as a spreadsheet or CSV file. */
export const exportMonth = query({
  name: 'attendance.exportMonth',
  permission: readRolls,
  input: exportMonthInput,
  output: monthFile,
  run: async ({ ctx, sql, input: { format, ...which } }) =>
    sheetFile(await monthSheetOf({ ctx, sql }, which), format, ctx.locale),
})
