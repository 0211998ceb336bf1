import { z } from 'zod'
import { fileFields, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { readWeek } from './queries'
import { showMinute } from './rules'
import { type Lesson, weekInput } from './schema'
import { daysIn, type WeekRow, weekRows } from './week/rules'

/** What stands in the cell of an hour: of a group's week the teacher, of a teacher's the group. */
const told = (lesson: Lesson, ofGroup: boolean) =>
  [
    ofGroup ? lesson.subject : `${lesson.subject} ${lesson.groupCode}`,
    ofGroup ? lesson.teachers.map(({ name }) => name).join(', ') : '',
    lesson.room ?? '',
  ]
    .filter(Boolean)
    .join(' · ')

/** A week as it hangs on the wall: hours down, days across. */
export const exportWeek = tableExport({
  name: 'timetable.export',
  action: 'lesson.export',
  permission: readWeek.permissions,
  input: z.strictObject({ ...weekInput.shape, ...fileFields }),
  read: async ({ ctx, input: { format: _, ...which } }) => {
    const [{ items }, t] = await Promise.all([readWeek.run(ctx, which), translator(ctx.locale, 'timetable')])
    const columns: TableColumn<WeekRow<Lesson>>[] = [
      {
        title: t('hour'),
        read: ({ startsMinute, endsMinute }) => `${showMinute(startsMinute)}–${showMinute(endsMinute)}`,
        width: 14,
      },
      ...daysIn(items).map((day) => ({
        title: t(`weekday.${day as 1}`),
        read: ({ days }: WeekRow<Lesson>) =>
          (days.get(day) ?? []).map((lesson) => told(lesson, which.classGroupId !== undefined)).join(' / '),
        width: 32,
      })),
    ]
    return { name: t('fileName'), columns, rows: weekRows(items) }
  },
})
