import { ofList, tableExport } from '@/lib/platform/table-export'
import { tableWords } from '@/lib/platform/table-words'
import { translator } from '@/lib/platform/translator'
import { listExcuses } from './queries'

export const exportExcuses = tableExport({
  name: 'attendance.exportExcuses',
  action: 'excuse.export',
  ...ofList(listExcuses, async (locale) => {
    const [t, { yesNo }] = await Promise.all([translator(locale, 'attendance'), tableWords(locale)])
    return {
      name: t('excuses.fileName'),
      columns: [
        { title: t('report.name.student'), read: ({ student }) => student, width: 36 },
        { title: t('report.group'), read: ({ group }) => group, width: 10 },
        { title: t('report.from'), read: ({ validFrom }) => ({ day: validFrom }), width: 14 },
        { title: t('report.to'), read: ({ validTo }) => ({ day: validTo }), width: 14 },
        { title: t('excuses.reason'), read: ({ reason }) => reason, width: 44 },
        { title: t('excuses.state'), read: ({ status }) => t(`excuses.one.${status}`), width: 14 },
        { title: t('excuses.hasFile'), read: ({ hasFile }) => yesNo(hasFile), width: 10 },
        { title: t('excuses.excused'), read: ({ excused }) => excused, width: 12 },
        { title: t('excuses.decidedBy'), read: ({ decidedBy }) => decidedBy, width: 30 },
        { title: t('excuses.note'), read: ({ note }) => note, width: 44 },
      ],
    }
  }),
})
