import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '@/components/layout/data-table'
import type { NationalLevel } from '@/lib/domain/evaluation/schema'
import type { FoundChange } from './use-simulation'

type Outcome = { value: string | null; level: NationalLevel | null }

type ChangeTableProps = {
  changes: readonly FoundChange[]
  /** With which marks are written. */
  decimals: number
}

/** Who would be promoted or not comes before the marks that make it so. */
const weightOf = ({ kind }: FoundChange) => (kind === 'promotion' ? 0 : 1)

/** Student, group, what changes, from what to what. */
export function ChangeTable({ changes, decimals }: ChangeTableProps) {
  const t = useTranslations('evaluation')
  const locale = useLocale()
  const written = (value: string) => {
    const [whole, fraction = ''] = value.split('.')
    const rest = fraction.padEnd(decimals, '0')
    return rest === '' ? `${whole}` : `${whole}${locale.startsWith('es') ? ',' : '.'}${rest}`
  }
  const mark = ({ value, level }: Outcome) =>
    value === null || level === null
      ? t('simulation.noMark')
      : t('simulation.markLevel', {
          mark: written(value),
          level: t(`level.${level}`),
        })
  const step = (change: FoundChange) =>
    change.kind === 'promotion'
      ? t('simulation.step', {
          before: t(`promotion.status.${change.before}`),
          after: t(`promotion.status.${change.after}`),
        })
      : t('simulation.step', { before: mark(change.before), after: mark(change.after) })
  const what = (change: FoundChange) =>
    change.kind === 'promotion' ? t('simulation.promotion') : t(`simulation.${change.kind}`, { name: change.name })
  return (
    <DataTable
      label={t('simulation.caption')}
      columns={[
        { key: 'student', header: t('simulation.student'), sub: 'group' },
        { key: 'what', header: t('simulation.what') },
        { key: 'step', header: t('simulation.change'), nowrap: true },
      ]}
      rows={changes
        .toSorted((a, b) => weightOf(a) - weightOf(b))
        .map((change) => ({
          id: `${change.enrollmentId} ${change.kind} ${what(change)}`,
          cells: { student: change.student, group: change.group, what: what(change), step: step(change) },
        }))}
    />
  )
}
