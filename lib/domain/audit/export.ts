import { ofList, tableExport } from '@/lib/platform/table-export'
import { translator } from '@/lib/platform/translator'
import { formatMoment } from '@/lib/shared/dates'
import { listAudit } from './queries'
import { sentenceOf } from './wording/rules'

async function wordsIn(locale: string) {
  const [t, identity, guardians, grades, enrollments, documents, requirements, people] = await Promise.all([
    translator(locale, 'audit'),
    translator(locale, 'identity'),
    translator(locale, 'guardians'),
    translator(locale, 'grades'),
    translator(locale, 'enrollments'),
    translator(locale, 'documents'),
    translator(locale, 'requirements'),
    translator(locale, 'people'),
  ])
  return { t, identity, guardians, grades, enrollments, documents, requirements, people }
}

/** The filtered history, each line as the sentence that the screen shows. */
export const exportAudit = tableExport({
  name: 'audit.export',
  action: 'audit.export',
  entity: 'school',
  ...ofList(listAudit, async (locale) => {
    const words = await wordsIn(locale)
    const { t } = words
    return {
      name: t('fileName'),
      columns: [
        { title: t('column.at'), read: ({ at }) => formatMoment(new Date(at)), width: 20 },
        { title: t('column.actor'), read: ({ actorName }) => actorName, width: 28 },
        { title: t('column.what'), read: (line) => sentenceOf(line, words).text, width: 60 },
        { title: t('column.details'), read: (line) => sentenceOf(line, words).details.join('; '), width: 60 },
        { title: t('column.ip'), read: ({ ip }) => ip, width: 16 },
        { title: t('column.action'), read: ({ action }) => action, width: 24 },
        { title: t('column.record'), read: ({ entityId }) => entityId, width: 38 },
      ],
    }
  }),
})
