import { z } from 'zod'
import { fileFields, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { readCourseRecoveries } from './queries'
import { courseRecoveriesInput, type RecoveringStudent } from './schema'

const number = (value: string | null | undefined) => (value ? Number(value) : null)
const stateOf = ({ recovery }: RecoveringStudent) => (recovery ? (recovery.status as 'planned' | 'done') : 'failed')

/** Who has to recover a course and what became of it; marks are numbers. */
export const exportRecoveries = tableExport({
  name: 'evaluation.exportRecoveries',
  action: 'recovery.export',
  permission: readCourseRecoveries.permissions,
  input: z.strictObject({ ...courseRecoveriesInput.shape, ...fileFields }),
  read: async ({ ctx, db, input: { format: _, ...which } }) => {
    const [{ students }, course, t] = await Promise.all([
      readCourseRecoveries.run(ctx, which),
      db.courseOffering.findFirst({
        where: { id: which.courseOfferingId },
        select: { id: true, subject: { select: { name: true } }, classGroup: { select: { code: true } } },
      }),
      translator(ctx.locale, 'recoveries'),
    ])
    const columns: TableColumn<RecoveringStudent>[] = [
      { title: t('column.student'), read: ({ name }) => name, width: 36 },
      { title: t('column.original'), read: ({ before, value }) => number(before ?? value), width: 14 },
      { title: t('column.state'), read: (student) => t(`state.${stateOf(student)}`), width: 14 },
      { title: t('day'), read: ({ recovery }) => ({ day: recovery?.heldOn ?? null }), width: 14 },
      { title: t('score'), read: ({ recovery }) => number(recovery?.score), width: 16 },
      { title: t('column.value'), read: ({ value }) => number(value), width: 14 },
      { title: t('note'), read: ({ recovery }) => recovery?.note, width: 44 },
    ]
    const name = course ? `${course.subject.name} ${course.classGroup.code}` : ''
    return {
      name: [t('fileName'), name].filter(Boolean).join('-'),
      columns,
      rows: students,
      about: { id: which.courseOfferingId, name },
    }
  },
})
