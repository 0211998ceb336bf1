import { CalendarDays } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { StatusBadge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import { Table } from '@/components/ui/table'
import { periodTones, yearTones } from '@/components/years/tones'
import { listYears } from '@/lib/domain/years/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { showDay } from '@/lib/shared/dates'
import { SettingsHeader } from '../_components/settings-header'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('years'))('title') }
}

export default async function YearsPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  if (!can(ctx.permissions, 'config:institution')) notFound()
  const [{ items }, t] = await Promise.all([orNotFound(listYears.run(ctx, {})), getTranslations('years')])
  const path = `/${ctx.school.slug}/settings/years`
  const active = items.find(({ status }) => status === 'active')
  const open = active?.periods.find(({ status }) => status === 'open')
  const state = active
    ? open
      ? t('stateOpen', { year: active.name, period: open.name })
      : t('stateNoPeriod', { year: active.name })
    : t('stateNone')
  const create = (
    <LinkButton href={`${path}/new`} variant="primary">
      {t('new')}
    </LinkButton>
  )
  return (
    <>
      <SettingsHeader
        ctx={ctx}
        title={t('title')}
        state={state}
        action={
          items.length > 0 && (
            <>
              <LinkButton href={`/${ctx.school.slug}/rollover`}>{t('rollover')}</LinkButton>
              {create}
            </>
          )
        }
      />
      {items.length === 0 && (
        <EmptyState icon={<CalendarDays aria-hidden="true" />} title={t('emptyTitle')} action={create}>
          {t('emptyText')}
        </EmptyState>
      )}
      <div className="grid max-w-4xl gap-6">
        {items.map((year) => (
          <section key={year.id} className="grid gap-2" aria-labelledby={`year-${year.id}`}>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h2 id={`year-${year.id}`} className="text-lg">
                <Link href={`${path}/${year.id}`} className="link">
                  {year.name}
                </Link>
              </h2>
              <StatusBadge tone={yearTones[year.status]}>{t(`status.${year.status}`)}</StatusBadge>
              <span className="nums text-sm text-muted">
                {t('span', { from: showDay(year.startsOn), to: showDay(year.endsOn) })} ·{' '}
                {t('enrollments', { count: year.enrollments })}
              </span>
            </div>
            {year.periods.length === 0 && <p className="text-muted">{t('noPeriods')}</p>}
            {year.periods.length > 0 && (
              <Table caption={t('periodsOf', { year: year.name })}>
                <thead>
                  <tr>
                    <th scope="col">{t('period')}</th>
                    <th scope="col">{t('dateRange')}</th>
                    <th scope="col">{t('state')}</th>
                  </tr>
                </thead>
                <tbody>
                  {year.periods.map((period) => (
                    <tr key={period.id}>
                      <th scope="row">{period.name}</th>
                      <td className="whitespace-normal">
                        {t('span', { from: showDay(period.startsOn), to: showDay(period.endsOn) })}
                      </td>
                      <td>
                        <StatusBadge tone={periodTones[period.status]}>
                          {t(`periodStatus.${period.status}`)}
                        </StatusBadge>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            )}
          </section>
        ))}
      </div>
    </>
  )
}
