import { z } from 'zod'
import { fileFields, ofList, tableExport } from '@/lib/platform/table-export'
import { tableWords } from '@/lib/platform/table-words'
import { translator } from '@/lib/platform/translator'
import { isShift } from '../../enrollments/rules'
import { readYearRow } from '../../years/steps'
import { ofYearInput } from '../plans/schema'
import { listGroups } from './queries'

const list = ofList(listGroups, async (locale) => {
  const [t, shifts, { grade, yesNo }] = await Promise.all([
    translator(locale, 'academics'),
    translator(locale, 'enrollments'),
    tableWords(locale),
  ])
  const shiftName = (shift: string | null) => (shift && isShift(shift) ? shifts(`shift.${shift}`) : shift)
  return {
    name: t('groups.fileName'),
    columns: [
      { title: t('groups.grade'), read: ({ gradeLevel }) => grade(gradeLevel), width: 14 },
      { title: t('groups.group'), read: ({ code }) => code, width: 10 },
      { title: t('groups.shift'), read: ({ shift }) => shiftName(shift), width: 14 },
      { title: t('groups.room'), read: ({ room }) => room, width: 12 },
      { title: t('groups.director'), read: ({ director }) => director, width: 36 },
      { title: t('groups.plan'), read: ({ plan }) => plan, width: 24 },
      { title: t('groups.coursesCount'), read: ({ courses }) => courses, width: 10 },
      { title: t('groups.students'), read: ({ placed }) => placed, width: 12 },
      { title: t('groups.capacity'), read: ({ capacity }) => capacity, width: 10 },
      { title: t('groups.active'), read: ({ isActive }) => yesNo(isActive), width: 10 },
    ],
  }
})

/** The groups of one year, whose name the file bears. @throws AppError not_found when there is no such year */
export const exportGroups = tableExport({
  ...list,
  name: 'academics.exportGroups',
  action: 'group.export',
  input: z.strictObject({ ...ofYearInput.shape, ...fileFields }),
  read: async (call) => {
    const year = await readYearRow(call.db, call.input.schoolYearId)
    const table = await list.read(call)
    return { ...table, name: `${table.name}-${year.name}`, about: { id: year.id, name: year.name } }
  },
})
