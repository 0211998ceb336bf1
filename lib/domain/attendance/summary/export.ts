import { z } from 'zod'
import { fileFields, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { readSummary } from './queries'
import { type SummaryRow, summaryInput } from './schema'

/** Percentages as numbers; what a line is about is the first column's title. */
export const exportSummary = tableExport({
  name: 'attendance.exportSummary',
  action: 'attendance.export',
  permission: readSummary.permissions,
  input: z.strictObject({ ...summaryInput.shape, ...fileFields }),
  read: async ({ ctx, input: { format: _, ...wanted } }) => {
    const [{ items }, t] = await Promise.all([readSummary.run(ctx, wanted), translator(ctx.locale, 'attendance')])
    const columns: TableColumn<SummaryRow>[] = [
      { title: t(`report.name.${wanted.by}`), read: ({ name }) => name, width: 36 },
      ...(wanted.by === 'group'
        ? []
        : [{ title: t('report.group'), read: ({ group }: SummaryRow) => group, width: 10 }]),
      { title: `${t('report.attended')} (%)`, read: ({ attended }) => attended, width: 12 },
      { title: `${t('report.absence')} (%)`, read: ({ absence }) => absence, width: 16 },
      ...(['present', 'absent', 'late', 'excused'] as const).map((status) => ({
        title: t(`status.${status}`),
        read: (row: SummaryRow) => row[status],
        width: 12,
      })),
      { title: t('report.total'), read: ({ total }) => total, width: 12 },
    ]
    return { name: `${t('report.fileName')}-${wanted.from}`, columns, rows: items }
  },
})
