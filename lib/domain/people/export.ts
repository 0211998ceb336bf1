import { ofList, tableExport } from '@/lib/platform/table-export'
import { tableWords } from '@/lib/platform/table-words'
import { translator } from '@/lib/platform/translator'
import { listPeople } from './queries'
import { personState } from './rules'

export const exportPeople = tableExport({
  name: 'people.export',
  action: 'membership.export',
  ...ofList(listPeople, async (locale) => {
    const [t, { yesNo }] = await Promise.all([translator(locale, 'people'), tableWords(locale)])
    return {
      name: t('fileName'),
      columns: [
        { title: t('name'), read: ({ name }) => name, width: 36 },
        { title: t('email'), read: ({ email }) => email, width: 36 },
        { title: t('roles'), read: ({ roles }) => roles.map((role) => t(`role.${role}`)).join(', '), width: 30 },
        { title: t('access'), read: (person) => t(`state.${personState(person)}`), width: 20 },
        { title: t('secondFactor'), read: ({ hasSecondFactor }) => yesNo(hasSecondFactor), width: 14 },
        { title: t('lastSeen'), read: ({ lastSeenAt }) => ({ moment: lastSeenAt }), width: 18 },
      ],
    }
  }),
})
