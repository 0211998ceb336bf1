import { ofList, tableExport } from '@/lib/platform/table-export'
import { tableWords } from '@/lib/platform/table-words'
import { translator } from '@/lib/platform/translator'
import { showPhone } from '@/lib/shared/phone'
import { listGuardians } from './queries'

/** Who can be called; which children are theirs stands in the list of students. */
export const exportGuardians = tableExport({
  name: 'guardians.export',
  action: 'guardian.export',
  ...ofList(listGuardians, async (locale) => {
    const [t, { yesNo }] = await Promise.all([translator(locale, 'guardians'), tableWords(locale)])
    return {
      name: t('list.fileName'),
      columns: [
        { title: t('field.documentType'), read: ({ documentType }) => documentType, width: 8 },
        { title: t('field.documentNumber'), read: ({ documentNumber }) => documentNumber, width: 16 },
        { title: t('list.name'), read: ({ fullName }) => fullName, width: 36 },
        { title: t('field.phone'), read: ({ phone }) => phone && showPhone(phone), width: 18 },
        { title: t('field.email'), read: ({ email }) => email, width: 32 },
        { title: t('list.active'), read: ({ isActive }) => yesNo(isActive), width: 10 },
      ],
    }
  }),
})
