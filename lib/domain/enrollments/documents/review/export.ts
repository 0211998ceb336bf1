import { ofList, tableExport } from '@/lib/platform/table-export'
import { tableWords } from '@/lib/platform/table-words'
import { translator } from '@/lib/platform/translator'
import { readReviewQueue } from './queries'

/** What waits for a review, the oldest first. */
export const exportReviewQueue = tableExport({
  name: 'documents.exportQueue',
  action: 'document.export',
  ...ofList(readReviewQueue, async (locale) => {
    const [t, { grade, yesNo }] = await Promise.all([translator(locale, 'review'), tableWords(locale)])
    return {
      name: t('fileName'),
      columns: [
        { title: t('student'), read: ({ student }) => student, width: 36 },
        { title: t('documentType'), read: ({ identity }) => identity.type, width: 8 },
        { title: t('identity'), read: ({ identity }) => identity.number, width: 16 },
        { title: t('year'), read: ({ yearName }) => yearName, width: 12 },
        { title: t('grade'), read: ({ gradeLevel }) => grade(gradeLevel), width: 14 },
        { title: t('group'), read: ({ groupCode }) => groupCode, width: 10 },
        { title: t('document'), read: ({ name }) => name, width: 36 },
        { title: t('required'), read: ({ required }) => yesNo(required), width: 12 },
        { title: t('sent'), read: ({ uploadedAt }) => ({ moment: uploadedAt }), width: 18 },
        { title: t('sender'), read: ({ sentBy }) => sentBy, width: 30 },
      ],
    }
  }),
})
