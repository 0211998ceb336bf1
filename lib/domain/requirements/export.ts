import { ofList, tableExport } from '@/lib/platform/table-export'
import { tableWords } from '@/lib/platform/table-words'
import { translator } from '@/lib/platform/translator'
import { listRequirements } from './queries'

/** What the school asks for, for the door of the office. */
export const exportRequirements = tableExport({
  name: 'requirements.export',
  action: 'requirement.export',
  ...ofList(listRequirements, async (locale) => {
    const [t, { grade, yesNo }] = await Promise.all([translator(locale, 'requirements'), tableWords(locale)])
    return {
      name: t('fileName'),
      columns: [
        { title: t('field.name'), read: ({ name }) => name, width: 36 },
        { title: t('field.help'), read: ({ help }) => help, width: 60 },
        { title: t('field.required'), read: ({ required }) => yesNo(required), width: 12 },
        { title: t('field.minGrade'), read: ({ appliesTo }) => grade(appliesTo.minGrade ?? null), width: 14 },
        { title: t('field.maxGrade'), read: ({ appliesTo }) => grade(appliesTo.maxGrade ?? null), width: 14 },
        { title: t('field.validity'), read: ({ validity }) => t(`validity.${validity}`), width: 30 },
        { title: t('askedFor'), read: ({ isActive }) => yesNo(isActive), width: 10 },
      ],
    }
  }),
})
