import { getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { Table } from '@/components/ui/table'
import type { TrialResult } from '@/lib/domain/rollovers/schema'

type Props = { slug: string; trial: TrialResult; year: { id: string; name: string } }

/** A test run in figures: what would happen, and how full the new year's groups get. */
export async function TrialFigures({ slug, trial, year }: Props) {
  const [t, copied] = await Promise.all([getTranslations('rollovers'), getTranslations('rollovers.structure')])
  const { changes, totals, problems, groups, structure } = trial
  const out = problems.reduce((sum, { count }) => sum + count, 0)
  const filled = groups.filter(({ incoming, taken }) => incoming + taken > 0)
  const over = filled.filter((group) => group.over > 0).length
  return (
    <>
      <div className="grid gap-1">
        <p className="text-lg">
          {[
            t('trial.enroll', { count: changes.enroll }),
            t('trial.graduate', { count: changes.graduate }),
            ...(changes.change > 0 ? [t('trial.change', { count: changes.change })] : []),
            ...(changes.same > 0 ? [t('trial.same', { count: changes.same })] : []),
            t('trial.problems', { count: out }),
          ].join(' · ')}
        </p>
        <p className="text-muted">{t('trial.totals', totals)}</p>
        {structure && structure.plans + structure.groups + structure.courses > 0 && (
          <p className="text-muted">
            {copied('wouldCopy', { plans: structure.plans, groups: structure.groups, courses: structure.courses })}
          </p>
        )}
      </div>
      {over > 0 && (
        <Callout tone="warning" title={t('trial.overTitle', { count: over })}>
          {t('trial.overText')}
        </Callout>
      )}
      {filled.length > 0 && (
        <details open={over > 0}>
          <summary className="link hit inline-flex min-h-7 items-center">
            {t('trial.groups', { year: year.name })}
          </summary>
          <Table caption={t('trial.groups', { year: year.name })} stack className="mt-2 max-w-2xl">
            <thead>
              <tr>
                <th scope="col">{t('column.group')}</th>
                <th scope="col" data-kind="number">
                  {t('column.incoming')}
                </th>
                <th scope="col" data-kind="number">
                  {t('column.taken')}
                </th>
                <th scope="col" data-kind="number">
                  {t('column.capacity')}
                </th>
              </tr>
            </thead>
            <tbody>
              {filled.map(({ gradeLevel, code, incoming, taken, capacity, over: above, planned }) => (
                <tr key={`${gradeLevel} ${code}`}>
                  <th scope="row">
                    {above > 0 && !planned ? (
                      <a className="link" href={`/${slug}/academics?year=${year.id}&grade=${gradeLevel}`}>
                        {code}
                      </a>
                    ) : (
                      code
                    )}
                  </th>
                  <td data-kind="number" data-label={t('column.incoming')}>
                    {incoming}
                  </td>
                  <td data-kind="number" data-label={t('column.taken')}>
                    {taken}
                  </td>
                  <td data-kind="number" data-label={t('column.capacity')}>
                    {capacity ?? '—'}
                    {above > 0 && <span className="text-danger"> ({t('trial.over', { count: above })})</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </details>
      )}
    </>
  )
}
