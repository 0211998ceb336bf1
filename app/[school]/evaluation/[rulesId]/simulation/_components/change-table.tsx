import { useLocale, useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { NationalLevel } from '@/lib/domain/evaluation/schema'
import type { FoundChange } from './use-simulation'

type Outcome = { value: string | null; level: NationalLevel | null }

/** Student, group, what changes, from what to what. */
export function ChangeTable({ changes }: { changes: readonly FoundChange[] }) {
  const t = useTranslations('evaluation')
  const locale = useLocale()
  const mark = ({ value, level }: Outcome) =>
    value === null || level === null
      ? t('simulation.noMark')
      : t('simulation.markLevel', {
          mark: locale.startsWith('es') ? value.replace('.', ',') : value,
          level: t(`level.${level}`),
        })
  const sides = (change: FoundChange) =>
    change.kind === 'promotion'
      ? [t(`promotion.status.${change.before}`), t(`promotion.status.${change.after}`)]
      : [mark(change.before), mark(change.after)]
  const what = (change: FoundChange) =>
    change.kind === 'promotion'
      ? t('simulation.promotion')
      : change.kind === 'area'
        ? t('simulation.area', { area: change.name })
        : t('simulation.subject', { subject: change.name })
  return (
    <Table caption={t('simulation.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('simulation.student')}</th>
          <th scope="col">{t('simulation.group')}</th>
          <th scope="col">{t('simulation.what')}</th>
          <th scope="col">{t('simulation.before')}</th>
          <th scope="col">{t('simulation.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          const [before, after] = sides(change)
          const key = `${change.enrollmentId} ${change.kind} ${what(change)}`
          return (
            <tr key={key}>
              <th scope="row">{change.student}</th>
              <td>{change.group}</td>
              <td>{what(change)}</td>
              <td className="nums">{before}</td>
              <td className="nums font-medium">{after}</td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
