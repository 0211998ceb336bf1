import { FileText } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RefreshWhile } from '@/components/jobs/refresh-while'
import { ClientMessages } from '@/components/layout/client-messages'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { StatusBadge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import { periodTones } from '@/components/years/tones'
import { cardOverview } from '@/lib/domain/report-cards/batch/queries'
import type { PeriodStatus } from '@/lib/domain/years/schema'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { groupColumns, groupRows } from '../_components/group-rows'
import { IssueButton, IssueSelected } from '../_components/issue-button'
import { OwnCards } from '../_components/own-cards'
import { PublishButton } from '../_components/publish-button'
import { RunCard } from '../_components/run-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reportCards'))('title') }
}

const text = (value: string | string[] | undefined) => (typeof value === 'string' && value ? value : undefined)

export default async function ReportCardsPage({ params, searchParams }: PageProps<'/[school]/report-cards'>) {
  const [ctx, sent] = await Promise.all([pageContext(params), searchParams])
  const { slug, name } = ctx.school
  const crumbs = [{ label: name, href: `/${slug}` }]
  if (!can(ctx.permissions, 'read:grades')) return <OwnCards ctx={ctx} crumbs={crumbs} />
  const [periodId, yearId, final] = [text(sent.period), text(sent.year), sent.final === 'true']
  const [shown, t, years, grades] = await Promise.all([
    orNotFound(
      cardOverview.run(ctx, {
        ...(yearId ? { yearId } : {}),
        ...(periodId ? { periodId } : {}),
        ...(final ? { final: 'true' } : {}),
      }),
    ),
    getTranslations('reportCards'),
    getTranslations('years'),
    getTranslations('grades'),
  ])
  const { year, period, periods, groups, job } = shown
  const path = `/${slug}/report-cards`
  const decides = can(ctx.permissions, 'config:institution')
  if (!year || groups.length === 0)
    return (
      <>
        <PageHeader title={t('title')} crumbs={crumbs} />
        <EmptyState
          icon={<FileText aria-hidden="true" />}
          title={t('page.noGroups')}
          action={decides && <LinkButton href={`/${slug}/academics`}>{t('page.toGroups')}</LinkButton>}
        >
          {t('page.noGroupsText')}
        </EmptyState>
      </>
    )
  const finalHref = `${path}?year=${year.id}&final=true`
  const periodHref = (id: string) => `${path}?period=${id}`
  const over = period
    ? period.status === 'closed' || period.status === 'published'
    : periods.every(({ status }) => status === 'closed' || status === 'published')
  const running = job?.status === 'queued' || job?.status === 'running'
  const waiting = groups.reduce((sum, group) => sum + group.issued - group.published, 0)
  const missing = groups.reduce((sum, group) => sum + group.missing, 0)
  const scope = { yearId: year.id, ...(period ? { periodId: period.id } : {}) }
  return (
    <ClientMessages namespaces={['reportCards']}>
      <RefreshWhile running={running} />
      <PageHeader
        title={t('title')}
        crumbs={crumbs}
        state={t('page.state', { year: year.name, period: period?.name ?? t('finalName') })}
        badge={
          period && (
            <StatusBadge tone={periodTones[period.status as PeriodStatus]}>
              {years(`periodStatus.${period.status as PeriodStatus}`)}
            </StatusBadge>
          )
        }
        action={
          decides &&
          over && (
            <>
              {waiting > 0 && !running && <PublishButton school={slug} scope={scope} cards={waiting} />}
              {missing > 0 && !running && <IssueButton school={slug} scope={scope} students={missing} primary />}
            </>
          )
        }
        file={`${path}/export?${new URLSearchParams(period ? { periodId: period.id } : { yearId: year.id, final: 'true' })}`}
        menu={shown.years
          .filter(({ id }) => id !== year.id)
          .map((other) => ({ label: t('page.otherYear', { year: other.name }), href: `${path}?year=${other.id}` }))}
      />
      <Tabs
        label={t('page.periods')}
        current={period ? periodHref(period.id) : finalHref}
        tabs={[
          ...periods.map((one) => ({ href: periodHref(one.id), label: one.name })),
          { href: finalHref, label: t('finalName') },
        ]}
      />
      <div className="grid gap-4 pt-4">
        {!over && (
          <Callout
            tone="info"
            title={t(period ? 'page.stillOpen' : 'page.yearOpen')}
            actions={<LinkButton href={`/${slug}/closing`}>{t('page.toClosing')}</LinkButton>}
          >
            {t('page.stillOpenText')}
          </Callout>
        )}
        {job && <RunCard job={job} school={slug} retries={decides} />}
        <DataTable
          label={t('page.groups')}
          columns={groupColumns(t)}
          rows={groupRows(groups, { slug, path, periodId: period?.id, grades, t })}
          bulk={decides && over && !running && <IssueSelected school={slug} scope={scope} />}
        />
      </div>
    </ClientMessages>
  )
}
