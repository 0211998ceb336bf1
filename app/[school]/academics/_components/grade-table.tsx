import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Table } from '@/components/ui/table'
import type { PlanItem } from '@/lib/domain/academics/plans/schema'

type Props = { caption: string; items: readonly PlanItem[]; mayReopen: boolean }

/** A grade's subjects for reading. */
export function GradeTable({ caption, items, mayReopen }: Props) {
  const t = useTranslations('academics')
  const weights = items.some(({ areaWeight }) => areaWeight !== null)
  return (
    <div className="grid max-w-4xl gap-4">
      {mayReopen && <Callout>{t('grade.readOnly')}</Callout>}
      <Table caption={caption}>
        <thead>
          <tr>
            <th scope="col">{t('grade.subject')}</th>
            <th scope="col" className="hidden md:table-cell">
              {t('subjects.area')}
            </th>
            <th scope="col" data-kind="number">
              {t('grade.hours')}
            </th>
            <th scope="col">{t('grade.mandatory')}</th>
            {weights && (
              <th scope="col" data-kind="number">
                {t('grade.weight')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">{item.subject}</th>
              <td data-muted className="hidden md:table-cell">
                {item.area}
              </td>
              <td data-kind="number">{item.weeklyHours}</td>
              <td>{t(item.isMandatory ? 'yes' : 'no')}</td>
              {weights && <td data-kind="number">{item.areaWeight}</td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
