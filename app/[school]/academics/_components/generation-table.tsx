import { useTranslations } from 'next-intl'
import { StatusBadge } from '@/components/ui/badge'
import { Table } from '@/components/ui/table'
import type { GenerationGroup } from '@/lib/domain/academics/generation/schema'
import { groupName } from './group-name'

const figures = ['created', 'updated', 'same', 'kept', 'extra'] as const
/** What each group gets and keeps. */
export function GenerationTable({ groups }: { groups: readonly GenerationGroup[] }) {
  const t = useTranslations('academics')
  const grades = useTranslations('grades')
  return (
    <Table caption={t('generation.table')} stack>
      <thead>
        <tr>
          <th scope="col">{t('generation.group')}</th>
          {figures.map((figure) => (
            <th key={figure} scope="col" data-kind="number">
              {t(`generation.${figure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.classGroupId}>
            <th scope="row" className="whitespace-nowrap">
              {groupName(group, grades)}
            </th>
            {group.blocked ? (
              <td colSpan={figures.length}>
                <StatusBadge tone="warning">{t(`generation.blocked.${group.blocked}`)}</StatusBadge>
              </td>
            ) : (
              figures.map((figure) => (
                <td
                  key={figure}
                  data-kind="number"
                  data-label={t(`generation.${figure}`)}
                  className={group[figure] ? undefined : 'max-sm:hidden!'}
                >
                  {group[figure] || '–'}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
