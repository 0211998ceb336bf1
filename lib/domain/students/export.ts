import { z } from 'zod'
import { fileFields, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { showPhone } from '@/lib/shared/phone'
import { readStudents } from './policy'
import { studentFilter } from './schema'
import { type ExportRow, exportRows } from './sql'

async function columnsFor(locale: string): Promise<TableColumn<ExportRow>[]> {
  const [t, grades, enrollments, kin, identity] = await Promise.all([
    translator(locale, 'students'),
    translator(locale, 'grades'),
    translator(locale, 'enrollments'),
    translator(locale, 'guardians'),
    translator(locale, 'identity'),
  ])
  /** Codes come from the database; one without a label is shown as it is. */
  const say = (texts: { (key: never): string; has: (key: never) => boolean }, group: string, code: string | null) =>
    code === null ? null : texts.has(`${group}.${code}` as never) ? texts(`${group}.${code}` as never) : code
  return [
    { title: t('field.documentType'), read: (row) => row.documentType, width: 8 },
    { title: t('field.documentNumber'), read: (row) => row.documentNumber, width: 16 },
    { title: t('field.firstSurname'), read: (row) => row.firstSurname, width: 18 },
    { title: t('field.secondSurname'), read: (row) => row.secondSurname, width: 18 },
    { title: t('field.firstName'), read: (row) => row.firstName, width: 18 },
    { title: t('field.secondName'), read: (row) => row.secondName, width: 18 },
    { title: t('field.birthDate'), read: (row) => ({ day: row.birthDate }), width: 14 },
    { title: t('field.gender'), read: (row) => say(identity, 'gender', row.gender), width: 12 },
    { title: t('list.grade'), read: (row) => say(grades, 'label', row.gradeLevel), width: 14 },
    { title: t('list.group'), read: (row) => row.groupCode, width: 8 },
    { title: t('list.shift'), read: (row) => say(enrollments, 'shift', row.shift), width: 14 },
    { title: t('list.status'), read: (row) => say(enrollments, 'status', row.status), width: 22 },
    { title: t('list.missing'), read: (row) => row.missingCount, width: 10 },
    { title: t('list.active'), read: (row) => t(row.isActive ? 'yes' : 'no'), width: 8 },
    { title: t('list.guardian'), read: (row) => row.guardianName, width: 32 },
    { title: t('list.relationship'), read: (row) => say(kin, 'relationship', row.guardianRelationship), width: 16 },
    { title: t('list.phone'), read: (row) => row.guardianPhone && showPhone(row.guardianPhone), width: 16 },
    { title: t('list.email'), read: (row) => row.guardianEmail, width: 30 },
  ]
}

/** The filtered list with the guardian of each child who is called first. */
export const exportStudents = tableExport({
  name: 'students.export',
  action: 'student.export',
  permission: readStudents,
  input: z.strictObject({ ...studentFilter, ...fileFields }),
  read: async ({ ctx, sql, input }) => {
    const [rows, columns, t] = await Promise.all([
      exportRows({ ctx, sql }, input),
      columnsFor(ctx.locale),
      translator(ctx.locale, 'students'),
    ])
    return { name: t('list.fileName'), columns, rows }
  },
})
