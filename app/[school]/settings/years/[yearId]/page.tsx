import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { StatusBadge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { StatusButtons } from '@/components/years/status-buttons'
import { periodTones, yearTones } from '@/components/years/tones'
import { readYear, readYearOverview } from '@/lib/domain/years/queries'
import { periodChoices, yearChoices } from '@/lib/domain/years/rules'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { showDay } from '@/lib/shared/dates'
import { historyMenu } from '../../../_shell/history-menu'
import { SettingsHeader } from '../../_components/settings-header'
import { changePeriodStatusAction, changeYearStatusAction } from '../actions'
import { EditPeriods } from './edit-periods'
import { EditYear } from './edit-year'
import { LessonDays } from './lesson-days'
import { OpenPoints } from './open-points'
import { RolloverCard } from './rollover-card'

type Props = { params: Promise<{ school: string; yearId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('years'))('year') }
}

export default async function YearPage({ params }: Props) {
  const [ctx, { yearId }] = await Promise.all([pageContext(params), params])
  if (!can(ctx.permissions, 'config:institution')) notFound()
  const [year, overview, t, rollovers] = await Promise.all([
    orNotFound(readYear.run(ctx, { yearId })),
    orNotFound(readYearOverview.run(ctx, { yearId })),
    getTranslations('years'),
    getTranslations('rollovers'),
  ])
  const { slug } = ctx.school
  const editable = year.status === 'planning' || year.status === 'active'
  return (
    <ClientMessages namespaces={['years']}>
      <SettingsHeader
        ctx={ctx}
        title={t('yearTitle', { name: year.name })}
        badge={<StatusBadge tone={yearTones[year.status]}>{t(`status.${year.status}`)}</StatusBadge>}
        state={`${t('span', { from: showDay(year.startsOn), to: showDay(year.endsOn) })} · ${t('enrollments', { count: year.enrollments })}`}
        under={[{ label: t('title'), href: `/${slug}/settings/years` }]}
        menu={await historyMenu(ctx, 'year', year.id)}
      />
      <div className="grid max-w-3xl gap-8">
        <Section title={t('yearState')} intro={t(`stateHelp.${year.status}`)}>
          {year.status === 'active' && (
            <div className="mb-4">
              <OpenPoints slug={slug} overview={overview} yearId={year.id} />
            </div>
          )}
          <StatusButtons
            slug={slug}
            action={changeYearStatusAction}
            id={{ yearId: year.id }}
            version={year.version}
            choices={yearChoices(year.status).map(({ to, needsReason }) => ({
              to,
              needsReason,
              label: t(`moveYear.${year.status === 'closed' && to === 'active' ? 'reopen' : to}`),
            }))}
          />
        </Section>
        <Section title={rollovers('card.title')}>
          <RolloverCard slug={slug} rollover={overview.rollover} />
        </Section>
        <Section
          id="periods"
          title={t('periodStates')}
          intro={year.status === 'active' ? t('periodStatesText') : t('periodsWait')}
        >
          <ul className="grid divide-y divide-border">
            {year.periods.map((period) => (
              <li
                key={period.id}
                className="flex flex-wrap items-center justify-between gap-3 py-2 first:pt-0 last:pb-0"
              >
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{period.name}</span>
                  <StatusBadge tone={periodTones[period.status]}>{t(`periodStatus.${period.status}`)}</StatusBadge>
                  <span className="nums text-sm text-muted">
                    {t('span', { from: showDay(period.startsOn), to: showDay(period.endsOn) })}
                  </span>
                </span>
                {year.status === 'active' && (
                  <StatusButtons
                    slug={slug}
                    action={changePeriodStatusAction}
                    id={{ periodId: period.id }}
                    version={period.version}
                    small
                    about={period.name}
                    choices={periodChoices(period.status).map(({ to, needsReason }) => ({
                      to,
                      needsReason,
                      label: t(`movePeriod.${needsReason ? 'reopen' : to}`),
                    }))}
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
        {year.periods.length > 0 && (
          <Section title={t('days.title')} intro={t('days.intro')}>
            <LessonDays year={year} calendar={overview.calendar} />
          </Section>
        )}
        {editable ? (
          <>
            <Section title={t('dates')}>
              <EditYear key={`year-${year.version}`} slug={slug} year={year} />
            </Section>
            <Section title={t('periods')} intro={t('periodsHelp')}>
              <EditPeriods key={`periods-${year.version}`} slug={slug} year={year} />
            </Section>
          </>
        ) : (
          <Callout tone="info">{t('overText')}</Callout>
        )}
      </div>
    </ClientMessages>
  )
}
