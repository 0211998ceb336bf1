import { z } from 'zod'
import { fileFields, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { dayOf } from '@/lib/shared/dates'
import { isGradeLevel } from '@/lib/shared/grades'
import { showPhone } from '@/lib/shared/phone'
import { isShift } from './rules'
import { enrollmentFilter } from './schema'
import { type ExportRow, exportRows } from './sql'

async function columnsFor(locale: string): Promise<TableColumn<ExportRow>[]> {
  const [t, grades] = await Promise.all([translator(locale, 'enrollments'), translator(locale, 'grades')])
  const grade = (code: string) => (isGradeLevel(code) ? grades(`label.${code}`) : code)
  const shift = (code: string | null) => (code && isShift(code) ? t(`shift.${code}`) : code)
  return [
    { title: t('column.year'), read: (row) => row.yearName, width: 12 },
    { title: t('column.student'), read: (row) => row.fullName, width: 36 },
    { title: t('column.documentType'), read: (row) => row.documentType, width: 8 },
    { title: t('column.documentNumber'), read: (row) => row.documentNumber, width: 16 },
    { title: t('column.birthDate'), read: (row) => ({ day: row.birthDate }), width: 14 },
    { title: t('column.kind'), read: (row) => t(`kind.${row.kind}`), width: 12 },
    { title: t('column.grade'), read: (row) => grade(row.gradeLevel), width: 14 },
    { title: t('column.group'), read: (row) => row.groupCode, width: 8 },
    { title: t('column.shift'), read: (row) => shift(row.shift), width: 14 },
    { title: t('column.status'), read: (row) => t(`status.${row.status}`), width: 20 },
    { title: t('column.missing'), read: (row) => row.missingCount, width: 12 },
    { title: t('column.commitment'), read: (row) => ({ day: row.commitmentDueOn }), width: 16 },
    { title: t('column.opened'), read: (row) => ({ day: dayOf(row.createdAt) }), width: 14 },
    { title: t('column.guardian'), read: (row) => row.guardianName, width: 36 },
    { title: t('column.phone'), read: (row) => row.guardianPhone && showPhone(row.guardianPhone), width: 16 },
    { title: t('column.email'), read: (row) => row.guardianEmail, width: 30 },
  ]
}

/** The filtered list with the guardian of each child who is called first. */
export const exportEnrollments = tableExport({
  name: 'enrollments.export',
  action: 'enrollment.export',
  permission: 'read:enrollment',
  input: z.strictObject({ ...enrollmentFilter, ...fileFields }),
  read: async ({ ctx, sql, input }) => {
    const [rows, columns, t] = await Promise.all([
      exportRows({ ctx, sql }, input),
      columnsFor(ctx.locale),
      translator(ctx.locale, 'enrollments'),
    ])
    return { name: t('fileName'), columns, rows }
  },
})
