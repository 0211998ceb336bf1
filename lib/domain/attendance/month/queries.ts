import { query } from '@/lib/platform/operation'
import { readRolls } from '../policy'
import { monthInput, monthSheet } from './schema'
import { monthSheetOf } from './steps'

export const readMonth = query({
  name: 'attendance.month',
  permission: readRolls,
  input: monthInput,
  output: monthSheet,
  run: ({ ctx, sql, input }) => monthSheetOf({ ctx, sql }, input),
})
