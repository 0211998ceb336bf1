import { ofList, tableExport } from '@/lib/platform/table-export'
import { translator } from '@/lib/platform/translator'
import { listCorrections } from './queries'

export const exportCorrections = tableExport({
  name: 'attendance.exportCorrections',
  action: 'attendance.exportCorrections',
  ...ofList(listCorrections, async (locale) => {
    const t = await translator(locale, 'attendance')
    return {
      name: t('corrections.fileName'),
      columns: [
        { title: t('report.name.student'), read: ({ student }) => student, width: 36 },
        { title: t('report.group'), read: ({ group }) => group, width: 10 },
        { title: t('corrections.day'), read: ({ day }) => ({ day }), width: 14 },
        { title: t('corrections.before'), read: ({ before }) => t(`status.${before}`), width: 14 },
        { title: t('corrections.wanted'), read: ({ wanted }) => t(`status.${wanted}`), width: 14 },
        { title: t('corrections.reason'), read: ({ reason }) => reason, width: 44 },
        { title: t('corrections.askedBy'), read: ({ askedBy }) => askedBy, width: 30 },
        { title: t('corrections.askedAt'), read: ({ askedAt }) => ({ moment: askedAt }), width: 18 },
        { title: t('excuses.state'), read: ({ status }) => t(`corrections.one.${status}`), width: 14 },
        { title: t('excuses.decidedBy'), read: ({ decidedBy }) => decidedBy, width: 30 },
        { title: t('excuses.note'), read: ({ note }) => note, width: 44 },
      ],
    }
  }),
})
