import { ofList, platformTableExport } from '@/lib/platform/table-export'
import { translator } from '@/lib/platform/translator'
import { listPurges } from './queries'

export const exportPurges = platformTableExport({
  name: 'schools.exportPurges',
  action: 'school.exportPurges',
  ...ofList(listPurges, async (locale) => {
    const t = await translator(locale, 'admin')
    return {
      name: t('removedFileName'),
      columns: [
        { title: t('name'), read: ({ name }) => name, width: 40 },
        { title: t('slug'), read: ({ slug }) => slug, width: 24 },
        { title: t('state'), read: ({ status }) => t(`purgeState.${status}`), width: 14 },
        { title: t('why'), read: ({ reason }) => reason, width: 50 },
        { title: t('askedBy'), read: ({ requestedBy }) => requestedBy, width: 30 },
        { title: t('askedAt'), read: ({ requestedAt }) => ({ moment: requestedAt }), width: 18 },
        { title: t('runs'), read: ({ runAfter }) => ({ moment: runAfter }), width: 18 },
        { title: t('finished'), read: ({ finishedAt }) => ({ moment: finishedAt }), width: 18 },
      ],
    }
  }),
})
