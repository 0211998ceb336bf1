import { ofList, tableExport } from '@/lib/platform/table-export'
import { translator } from '@/lib/platform/translator'
import { listImports } from './queries'

export const exportImports = tableExport({
  name: 'imports.export',
  action: 'import.export',
  ...ofList(listImports, async (locale) => {
    const t = await translator(locale, 'imports')
    return {
      name: t('list.fileName'),
      columns: [
        { title: t('list.file'), read: ({ fileName }) => fileName, width: 44 },
        { title: t('list.kind'), read: ({ kind }) => t(`kind.${kind}`), width: 24 },
        { title: t('list.status'), read: ({ status }) => t(`status.${status}`), width: 18 },
        { title: t('list.at'), read: ({ createdAt }) => ({ moment: createdAt }), width: 18 },
        { title: t('list.by'), read: ({ createdBy }) => createdBy, width: 30 },
      ],
    }
  }),
})
