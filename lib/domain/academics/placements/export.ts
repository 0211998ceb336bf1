import { z } from 'zod'
import { fileFields, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { isEnrollmentStatus } from '@/lib/shared/enrollment-status'
import { listGroupStudents } from './queries'
import { type GroupStudent, oneGroupInput } from './schema'

/** A group's list, numbered as it hangs on the classroom's door. */
export const exportGroupStudents = tableExport({
  name: 'placements.exportGroup',
  action: 'group.exportStudents',
  permission: listGroupStudents.permissions,
  input: z.strictObject({ ...oneGroupInput.shape, ...fileFields }),
  read: async ({ ctx, input: { classGroupId } }) => {
    const [{ group, items }, t, enrollments] = await Promise.all([
      listGroupStudents.run(ctx, { classGroupId }),
      translator(ctx.locale, 'placements'),
      translator(ctx.locale, 'enrollments'),
    ])
    const status = (code: string) => (isEnrollmentStatus(code) ? enrollments(`status.${code}`) : code)
    const columns: TableColumn<GroupStudent & { number: number }>[] = [
      { title: t('number'), read: ({ number }) => number, width: 6 },
      { title: t('student'), read: ({ fullName }) => fullName, width: 36 },
      { title: t('documentType'), read: ({ documentType }) => documentType, width: 8 },
      { title: t('documentNumber'), read: ({ documentNumber }) => documentNumber, width: 16 },
      { title: t('status'), read: (student) => status(student.status), width: 20 },
      { title: t('since'), read: ({ validFrom }) => ({ day: validFrom }), width: 16 },
    ]
    return {
      name: `${t('fileName')}-${group.code}`,
      columns,
      rows: items.map((student, index) => ({ ...student, number: index + 1 })),
      about: { id: group.id, name: group.code },
    }
  },
})
