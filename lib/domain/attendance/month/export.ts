import { type TableColumn, type TableFormat, tableFile } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import type { MonthRow, MonthSheet } from './schema'

/** One line per student, one column per day of school, the letters of the printed sheet and the totals as numbers. */
export async function sheetFile(sheet: MonthSheet, format: TableFormat, locale: string) {
  const t = await translator(locale, 'attendance')
  const columns: TableColumn<MonthRow>[] = [
    { title: t('month.student'), read: ({ name }) => name, width: 36 },
    { title: t('month.document'), read: ({ document }) => document, width: 18 },
    ...sheet.days.map(({ day }) => ({
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
  const file = await tableFile(columns, sheet.rows, format)
  return { ...file, fileName: `${t('month.fileName')}-${sheet.group}-${sheet.month}.${format}` }
}
