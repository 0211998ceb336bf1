import { CalendarCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { readDay } from '@/lib/domain/attendance/day/queries'
import { readsAll } from '@/lib/domain/attendance/policy'
import { readAlerts } from '@/lib/domain/attendance/summary/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { formatDay } from '@/lib/shared/dates'
import { AlertLists } from '../_components/alert-lists'
import { DayTable } from '../_components/day-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attendance'))('title') }
}

/** What waits for this person today: lists to take, decisions, students who are away too often. */
export default async function AttendancePage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  const wide = readsAll(ctx)
  const [day, alerts, t, locale] = await Promise.all([
    orNotFound(readDay.run(ctx, {})),
    wide ? readAlerts.run(ctx, {}) : null,
    getTranslations('attendance'),
    getLocale(),
  ])
  const home = `/${ctx.school.slug}/attendance`
  const missing = day.items.filter(({ taken }) => taken === null)
  const done = day.items.filter(({ taken }) => taken !== null)
  return (
    <>
      <PageHeader
        title={t('title')}
        state={[
          formatDay(day.day, locale, 'weekday'),
          day.isSchoolDay ? t('home.stateDay', { taken: done.length, total: day.items.length }) : t('home.noSchool'),
        ].join(' · ')}
        crumbs={[{ label: ctx.school.name, href: `/${ctx.school.slug}` }]}
        action={<LinkButton href={`${home}/excuses/new`}>{t('home.newExcuse')}</LinkButton>}
        menu={[
          { label: t('home.excusesAll'), href: `${home}/excuses` },
          { label: t('home.correctionsAll'), href: `${home}/corrections` },
          { label: t('home.reports'), href: `${home}/report` },
          ...(can(ctx.permissions, 'config:institution')
            ? [{ label: t('home.settings'), href: `${home}/settings` }]
            : []),
        ]}
      />
      <div className="grid gap-6">
        {(day.corrections > 0 || day.excuses > 0) && (
          <Callout tone="info">
            <span className="flex flex-wrap gap-x-6 gap-y-1">
              {day.corrections > 0 && (
                <a className="link" href={`${home}/corrections`}>
                  {t('home.corrections', { count: day.corrections })}
                </a>
              )}
              {day.excuses > 0 && (
                <a className="link" href={`${home}/excuses`}>
                  {t('home.excuses', { count: day.excuses })}
                </a>
              )}
            </span>
          </Callout>
        )}
        {day.items.length === 0 ? (
          <EmptyState icon={<CalendarCheck aria-hidden="true" />} title={t('home.emptyTitle')}>
            {t(wide ? 'home.emptySchool' : 'home.emptyTeacher')}
          </EmptyState>
        ) : (
          <>
            <DayTable
              title={t(!day.isSchoolDay ? 'home.groups' : wide ? 'home.missing' : 'home.mine')}
              day={day.day}
              lists={missing}
              home={home}
              expected={day.isSchoolDay}
            />
            {done.length > 0 && <DayTable title={t('home.done')} day={day.day} lists={done} home={home} expected />}
          </>
        )}
        {alerts && <AlertLists alerts={alerts} school={ctx.school.slug} />}
      </div>
    </>
  )
}
