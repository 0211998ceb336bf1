import { z } from 'zod'
import { fileFields, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { readRolls } from '../policy'
import { type MonthRow, type MonthSheet, monthInput } from './schema'
import { monthSheetOf } from './steps'

/** One line per student, one column per day of school, the letters of the printed sheet and the totals as numbers. */
async function columnsFor({ days }: MonthSheet, locale: string): Promise<TableColumn<MonthRow>[]> {
  const t = await translator(locale, 'attendance')
  return [
    { title: t('month.student'), read: ({ name }) => name, width: 36 },
    { title: t('month.document'), read: ({ document }) => document, width: 18 },
    ...days.map(({ day }) => ({
      title: String(Number(day.slice(8))),
      read: ({ marks }: MonthRow) => {
        const status = marks[String(Number(day.slice(8)))]
        return status ? t(`month.sign.${status}`) : null
      },
      width: 5,
    })),
    ...(['present', 'absent', 'late', 'excused'] as const).map((status) => ({
      title: t(`month.${status}`),
      read: (row: MonthRow) => row[status],
      width: 12,
    })),
  ]
}

export const exportMonth = tableExport({
  name: 'attendance.exportMonth',
  action: 'attendance.exportMonth',
  permission: readRolls,
  input: z.strictObject({ ...monthInput.shape, ...fileFields }),
  read: async ({ ctx, sql, input: { format: _, ...which } }) => {
    const sheet = await monthSheetOf({ ctx, sql }, which)
    const [columns, t] = await Promise.all([columnsFor(sheet, ctx.locale), translator(ctx.locale, 'attendance')])
    return {
      name: `${t('month.fileName')}-${sheet.group}-${sheet.month}`,
      columns,
      rows: sheet.rows,
      about: { id: which.classGroupId, name: sheet.group },
    }
  },
})
