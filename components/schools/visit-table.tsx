import { getFormatter, getTranslations } from 'next-intl/server'
import { StatusBadge } from '@/components/ui/badge'
import { Table } from '@/components/ui/table'
import type { Visit } from '@/lib/domain/schools/support/own/schema'

/** Visits of the platform in a school: who, what for, how far they might go, and who ended them. */
export async function VisitTable({ caption, visits }: { caption: string; visits: readonly Visit[] }) {
  const [t, format] = await Promise.all([getTranslations('support'), getFormatter()])
  const moment = (at: string) => format.dateTime(new Date(at), 'moment')
  return (
    <Table caption={caption} stack>
      <thead>
        <tr>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('scope')}</th>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('until')}</th>
        </tr>
      </thead>
      <tbody>
        {visits.map(({ id, name, reason, mode, startedAt, runs, until, endedAt, endedBy, endNote }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              <span className="block text-sm font-normal whitespace-normal text-muted">{reason}</span>
            </th>
            <td data-label={t('scope')}>{t(`modes.${mode}`)}</td>
            <td data-label={t('when')}>{moment(startedAt)}</td>
            <td data-label={t('until')}>
              {runs ? (
                <StatusBadge tone="info">
                  {t('runsUntil', { time: format.dateTime(new Date(until), 'time') })}
                </StatusBadge>
              ) : (
                <div>
                  {moment(endedAt ?? until)}
                  {endedBy && (
                    <span className="block text-sm whitespace-normal text-muted">
                      {[t('own.bySchool', { by: endedBy }), endNote].filter(Boolean).join(' · ')}
                    </span>
                  )}
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
