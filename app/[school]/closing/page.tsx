import { CalendarCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { StatusBadge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import { periodTones } from '@/components/years/tones'
import { readChecklist } from '@/lib/domain/closing/queries'
import { isComplete } from '@/lib/domain/closing/rules'
import { periodChoices } from '@/lib/domain/years/rules'
import type { PeriodStatus } from '@/lib/domain/years/schema'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { showDay } from '@/lib/shared/dates'
import { CourseGaps } from './_parts/course-gaps'
import { MovePeriod } from './_parts/move-period'
import { PeriodHistory } from './_parts/period-history'
import { RollGaps } from './_parts/roll-gaps'
import { TeacherProgress } from './_parts/teacher-progress'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('closing'))('title') }
}

export default async function ClosingPage({ params, searchParams }: PageProps<'/[school]/closing'>) {
  const [ctx, { period: asked }] = await Promise.all([pageContext(params), searchParams])
  const periodId = typeof asked === 'string' ? asked : undefined
  const [list, t, years, locale] = await Promise.all([
    orNotFound(readChecklist.run(ctx, periodId ? { periodId } : {})),
    getTranslations('closing'),
    getTranslations('years'),
    getLocale(),
  ])
  const { year, period, periods, counts } = list
  const path = `/${ctx.school.slug}/closing`
  const crumbs = [{ label: ctx.school.name, href: `/${ctx.school.slug}` }]
  const decides = can(ctx.permissions, 'config:institution')
  if (!year || !period)
    return (
      <>
        <PageHeader title={t('title')} crumbs={crumbs} />
        <EmptyState
          icon={<CalendarCheck aria-hidden="true" />}
          title={t('emptyTitle')}
          action={decides && <LinkButton href={`/${ctx.school.slug}/settings/years`}>{t('emptyAction')}</LinkButton>}
        >
          {t('emptyText')}
        </EmptyState>
      </>
    )
  const status = period.status as PeriodStatus
  const href = (id: string) => `${path}?period=${id}`
  return (
    <ClientMessages namespaces={['closing', 'years']}>
      <PageHeader
        title={t('title')}
        badge={<StatusBadge tone={periodTones[status]}>{years(`periodStatus.${status}`)}</StatusBadge>}
        state={t('state', { year: year.name, from: showDay(period.startsOn), to: showDay(period.endsOn) })}
        crumbs={crumbs}
        action={
          decides &&
          year.status === 'active' && (
            <MovePeriod
              school={ctx.school.slug}
              period={{ id: period.id, name: period.name, version: period.version, status }}
              counts={counts}
              complete={isComplete(counts)}
              choices={periodChoices(status)}
            />
          )
        }
      />
      <Tabs
        label={t('periods')}
        current={href(period.id)}
        tabs={periods.map(({ id, name }) => ({ href: href(id), label: name }))}
      />
      <p className="nums my-4 max-w-3xl" role="status">
        {counts.courses === 0 ? t('noCourses') : isComplete(counts) ? t('complete') : t('summary', counts)}
      </p>
      <div className="grid grid-cols-1 gap-8">
        <TeacherProgress teachers={list.teachers} />
        <CourseGaps school={ctx.school.slug} periodId={period.id} courses={list.courses} />
        <RollGaps school={ctx.school.slug} rolls={list.rolls} />
        <PeriodHistory moves={list.moves} locale={locale} />
      </div>
    </ClientMessages>
  )
}
