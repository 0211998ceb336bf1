import { ofList, platformTableExport } from '@/lib/platform/table-export'
import { translator } from '@/lib/platform/translator'
import { listSchools } from './queries'

/** All schools with what the jobs have counted in each. */
export const exportSchools = platformTableExport({
  name: 'schools.exportList',
  action: 'school.exportList',
  ...ofList(listSchools, async (locale) => {
    const [t, school] = await Promise.all([translator(locale, 'admin'), translator(locale, 'schools')])
    return {
      name: t('fileName'),
      columns: [
        { title: t('name'), read: ({ name }) => name, width: 40 },
        { title: t('slug'), read: ({ slug }) => slug, width: 24 },
        { title: 'NIT', read: ({ nit }) => nit, width: 14 },
        { title: t('city'), read: ({ city }) => city, width: 18 },
        { title: t('sector'), read: ({ sector }) => school(`sector.${sector}`), width: 12 },
        { title: t('calendar'), read: ({ calendar }) => calendar, width: 12 },
        { title: t('state'), read: ({ isActive }) => t(isActive ? 'active' : 'inactive'), width: 12 },
        { title: t('students'), read: (row) => row.computedAt && row.students, width: 12 },
        { title: t('people'), read: (row) => row.computedAt && row.people, width: 12 },
        { title: t('storageMb'), read: (row) => row.computedAt && megabytes(row.storageBytes), width: 14 },
        { title: t('lastActivity'), read: ({ lastActivityAt }) => ({ moment: lastActivityAt }), width: 18 },
      ],
    }
  }),
})

const megabytes = (bytes: number) => Math.round(bytes / 100_000) / 10
