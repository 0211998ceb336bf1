import { z } from 'zod'
import { fileFields, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { tableWords } from '@/lib/platform/table-words'
import { translator } from '@/lib/platform/translator'
import { listRolloverStudents } from './queries'
import { type PlannedStudent, studentsInput } from './schema'
import { readRollover } from './steps'
import { selectCandidates } from './students/rules'
import { readCandidates, toPlanned } from './students/steps'

const { cursor: _, limit: __, ...filter } = studentsInput.shape

/** Where each student goes and what a run did. The candidates are worked out once; the pages of the list do so for each. */
export const exportRolloverStudents = tableExport({
  name: 'rollovers.exportStudents',
  action: 'rollover.export',
  permission: listRolloverStudents.permissions,
  input: z.strictObject({ ...filter, ...fileFields }),
  read: async ({ ctx, db, input: { rolloverId, format: _, ...wanted } }) => {
    const rollover = await readRollover({ db }, rolloverId)
    const [{ candidates }, t, { grade }] = await Promise.all([
      readCandidates({ db }, rollover),
      translator(ctx.locale, 'rollovers'),
      tableWords(ctx.locale),
    ])
    const [from, to] = [rollover.fromYear.name, rollover.toYear.name]
    const then = t('column.then', { year: to })
    const columns: TableColumn<PlannedStudent>[] = [
      { title: t('column.student'), read: ({ name }) => name, width: 36 },
      { title: t('column.now', { year: from }), read: ({ gradeLevel }) => grade(gradeLevel), width: 14 },
      { title: t('column.group'), read: ({ groupCode }) => groupCode, width: 10 },
      {
        title: t('column.decision'),
        read: ({ decision }) => t(`decision.${(decision ?? 'none') as 'none'}`),
        width: 24,
      },
      { title: t('column.what'), read: ({ outcome }) => t(`outcome.${outcome}`), width: 14 },
      { title: t('column.problem'), read: ({ problem }) => problem && t(`problemShort.${problem}`), width: 26 },
      { title: then, read: ({ problem, toGrade }) => (problem ? null : grade(toGrade)), width: 14 },
      { title: `${then}: ${t('column.group')}`, read: ({ problem, toGroup }) => (problem ? null : toGroup), width: 14 },
      { title: t('column.exception'), read: ({ exception }) => exception?.reason, width: 36 },
      {
        title: t('results.title'),
        read: ({ result }) => result && t(`resultStatus.${result.status as 'done'}`),
        width: 14,
      },
    ]
    return {
      name: `${t('fileName')}-${from}-${to}`,
      columns,
      rows: selectCandidates(candidates, wanted).map(toPlanned),
      about: { id: rolloverId, name: `${from}-${to}` },
    }
  },
})
