import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '@/components/layout/data-table'
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
      ? { before: t(`promotion.status.${change.before}`), after: t(`promotion.status.${change.after}`) }
      : { before: mark(change.before), after: mark(change.after) }
  const what = (change: FoundChange) =>
    change.kind === 'promotion' ? t('simulation.promotion') : t(`simulation.${change.kind}`, { name: change.name })
  return (
    <DataTable
      label={t('simulation.caption')}
      columns={[
        { key: 'student', header: t('simulation.student'), sub: 'group' },
        { key: 'what', header: t('simulation.what') },
        { key: 'before', header: t('simulation.before'), muted: true },
        { key: 'after', header: t('simulation.after') },
      ]}
      rows={changes.map((change) => ({
        id: `${change.enrollmentId} ${change.kind} ${what(change)}`,
        cells: { student: change.student, group: change.group, what: what(change), ...sides(change) },
      }))}
    />
  )
}
