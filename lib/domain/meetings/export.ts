import { ofList, tableExport } from '@/lib/platform/table-export'
import { tableWords } from '@/lib/platform/table-words'
import { translator } from '@/lib/platform/translator'
import { listMeetings } from './queries'

export const exportMeetings = tableExport({
  name: 'meetings.export',
  action: 'meeting.export',
  ...ofList(listMeetings, async (locale) => {
    const [t, { grade }] = await Promise.all([translator(locale, 'meetings'), tableWords(locale)])
    return {
      name: t('fileName'),
      columns: [
        { title: t('periodLabel'), read: ({ period }) => period?.name ?? t('yearEnd'), width: 16 },
        { title: t('gradeLabel'), read: ({ gradeLevel }) => grade(gradeLevel) ?? t('allGrades'), width: 18 },
        { title: t('when'), read: ({ heldOn }) => ({ day: heldOn }), width: 14 },
        { title: t('statusLabel'), read: ({ status }) => t(`status.${status}`), width: 14 },
        { title: t('membersCount'), read: ({ members }) => members, width: 12 },
        { title: t('decisionsCount'), read: ({ decisions }) => decisions, width: 12 },
      ],
    }
  }),
})
