import { House, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { SkeletonRows } from '@/components/ui/skeleton'
import { teaches } from '@/lib/domain/academics/policy'
import { listDayLessons } from '@/lib/domain/academics/timetable/queries'
import { listMissingRolls } from '@/lib/domain/attendance/missing/queries'
import { decides } from '@/lib/domain/attendance/policy'
import { readFunnel, readTodo, readTrends } from '@/lib/domain/dashboard/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { formatDay, today } from '@/lib/shared/dates'
import { isUuid } from '@/lib/shared/ids'
import { Figures } from '../_home/figures'
import { FunnelSection } from '../_home/funnel-section'
import { MissingRolls } from '../_home/missing-rolls'
import { Numbers } from '../_home/numbers'
import { SetupSteps } from '../_home/setup-steps'
import { Streaks } from '../_home/streaks'
import { Today } from '../_home/today'
import { TodoList } from '../_home/todo-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('title') }
}

export default async function HomePage({ params, searchParams }: PageProps<'/[school]'>) {
  const [ctx, { year }] = await Promise.all([pageContext(params), searchParams])
  const reads = can(ctx.permissions, 'read:enrollment')
  const writes = can(ctx.permissions, 'write:enrollment')
  const schoolYearId = typeof year === 'string' && isUuid(year) ? year : undefined
  const [t, locale, todo, funnel, trends, lessons, rolls] = await Promise.all([
    getTranslations('home'),
    getLocale(),
    orNotFound(readTodo.run(ctx, {})),
    reads ? orNotFound(readFunnel.run(ctx, schoolYearId ? { schoolYearId } : {})) : null,
    reads ? orNotFound(readTrends.run(ctx, {})) : null,
    teaches(ctx, 'read:students') ? orNotFound(listDayLessons.run(ctx, { orNext: true })) : null,
    teaches(ctx, 'read:students') ? orNotFound(listMissingRolls.run(ctx, {})) : null,
  ])
  const home = `/${ctx.school.slug}`
  const { setup, items } = todo
  const ready = setup.length === 0
  const reportCards = can(ctx.permissions, 'read:own_data')
  const [firstName = ctx.actor.name] = ctx.actor.name.split(' ')
  return (
    <>
      <PageHeader
        title={t('hello', { name: firstName })}
        state={formatDay(today(), locale, 'weekday')}
        crumbs={[{ label: ctx.school.name }]}
        action={
          writes && ready ? (
            <LinkButton href={`${home}/enrollments/new`} variant="primary" icon={<Plus aria-hidden="true" />}>
              {t('newEnrollment')}
            </LinkButton>
          ) : undefined
        }
      />
      <div className="grid max-w-[70rem] gap-8">
        {lessons && <Today home={home} today={today()} lessons={lessons} />}
        {rolls && rolls.total > 0 && <MissingRolls home={home} rolls={rolls} />}
        {!ready && (
          <Section title={t('setup.title')} bare>
            <SetupSteps
              home={home}
              missing={setup}
              mayConfigure={can(ctx.permissions, 'config:institution')}
              mayEnroll={writes}
            />
          </Section>
        )}
        {((reads && ready) || items.length > 0) && (
          <Section title={t('todo.title')} bare>
            <TodoList home={home} items={items} />
          </Section>
        )}
        {ready && decides(ctx) && (
          <Suspense fallback={<SkeletonRows rows={3} />}>
            <Streaks ctx={ctx} />
          </Suspense>
        )}
        {ready && reads && can(ctx.permissions, 'read:grades') && (
          <Suspense fallback={<SkeletonRows rows={4} />}>
            <Figures ctx={ctx} />
          </Suspense>
        )}
        {trends && funnel && funnel.rows.length > 0 && (
          <>
            <Section title={t('numbers.title')} bare>
              <Numbers active={funnel.active} trends={trends} />
            </Section>
            <FunnelSection home={home} funnel={funnel} />
          </>
        )}
        {!reads && !lessons && (
          <EmptyState
            icon={<House aria-hidden="true" />}
            title={t(reportCards ? 'ownTitle' : 'noWorkTitle')}
            action={
              reportCards && (
                <LinkButton href={`${home}/report-cards`} variant="primary">
                  {t('ownAction')}
                </LinkButton>
              )
            }
          >
            {t(reportCards ? 'ownText' : 'noWorkText')}
          </EmptyState>
        )}
      </div>
    </>
  )
}
