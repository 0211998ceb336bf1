import { z } from 'zod'
import { fileFields, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { tableWords } from '@/lib/platform/table-words'
import { translator } from '@/lib/platform/translator'
import { listAreas } from '../areas/queries'
import { readCatalog } from '../groups/policy'
import { listSubjects } from './queries'
import type { SubjectRow } from './schema'

/** The catalog as its page shows it: a line for each subject below its area. */
export const exportSubjects = tableExport({
  name: 'academics.exportSubjects',
  action: 'subject.export',
  permission: readCatalog,
  input: z.strictObject(fileFields),
  read: async ({ ctx }) => {
    const [areas, subjects, t, { yesNo }] = await Promise.all([
      listAreas.run(ctx, {}),
      listSubjects.run(ctx, {}),
      translator(ctx.locale, 'academics'),
      tableWords(ctx.locale),
    ])
    const names = new Map(areas.items.map(({ id, name }) => [id, name]))
    const columns: TableColumn<SubjectRow>[] = [
      { title: t('subjects.area'), read: ({ areaId }) => names.get(areaId), width: 36 },
      { title: t('subjects.code'), read: ({ code }) => code, width: 12 },
      { title: t('subjects.name'), read: ({ name }) => name, width: 36 },
      { title: t('subjects.shortName'), read: ({ shortName }) => shortName, width: 18 },
      {
        title: t('subjects.assessment'),
        read: ({ assessment }) => t(`subjects.assessmentValue.${assessment}`),
        width: 24,
      },
      { title: t('subjects.active'), read: ({ isActive }) => yesNo(isActive), width: 10 },
    ]
    return { name: t('subjects.fileName'), columns, rows: subjects.items }
  },
})
