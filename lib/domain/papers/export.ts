import { ofList, tableExport } from '@/lib/platform/table-export'
import { translator } from '@/lib/platform/translator'
import { listPapers } from './queries'

/** The register of what was issued, as whoever answers for the numbers keeps it. */
export const exportPapers = tableExport({
  name: 'papers.export',
  action: 'paper.export',
  ...ofList(listPapers, async (locale) => {
    const t = await translator(locale, 'papers')
    return {
      name: t('fileName'),
      columns: [
        { title: t('page.number'), read: ({ number }) => number, width: 18 },
        { title: t('page.kind'), read: ({ kind }) => t(`kind.${kind}`), width: 26 },
        { title: t('page.student'), read: ({ studentName }) => studentName, width: 36 },
        { title: t('page.addressee'), read: ({ addressee }) => addressee, width: 28 },
        { title: t('page.state'), read: ({ status }) => t(`status.${status}`), width: 14 },
        { title: t('page.issuedOn'), read: ({ issuedAt }) => ({ moment: issuedAt }), width: 18 },
        { title: t('page.issuedBy'), read: ({ issuedBy }) => issuedBy, width: 30 },
        { title: t('page.code'), read: ({ code }) => code, width: 18 },
      ],
    }
  }),
})
