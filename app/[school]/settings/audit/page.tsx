import { ScrollText } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { AuditLines } from '@/components/audit/audit-lines'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { nextHref, only, type SearchParams } from '@/components/layout/search-params'
import { Callout } from '@/components/ui/callout'
import { Pagination } from '@/components/ui/pagination'
import { listAudit } from '@/lib/domain/audit/queries'
import { lineKinds } from '@/lib/domain/audit/rules'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../_components/settings-header'
import { ChainResult } from './_parts/chain-result'
import { wantedLines } from './_parts/wanted'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('audit.title') }
}

const entities = [
  'student',
  'guardian',
  'family_link',
  'enrollment',
  'enrollment_document',
  'membership',
  'user',
  'school',
  'year',
  'period',
  'area',
  'subject',
  'plan',
  'group',
  'course',
  'attendance_list',
  'attendance_record',
  'absence_excuse',
  'activity',
  'observation',
  'recovery',
  'evaluationRules',
  'meeting',
  'report_card',
  'paper',
  'requirement',
  'consent_text',
  'token',
  'mail',
  'job',
] as const

type Props = { params: Promise<{ school: string }>; searchParams: SearchParams }

export default async function AuditPage({ params, searchParams }: Props) {
  const [ctx, filters, { cursor, check }] = await Promise.all([
    pageContext(params),
    wantedLines(searchParams),
    only(searchParams, ['cursor', 'check'] as const),
  ])
  const path = `/${ctx.school.slug}/settings/audit`
  const [page, t] = await Promise.all([
    orNotFound(listAudit.run(ctx, { ...filters, ...(cursor ? { cursor } : {}) })),
    getTranslations('settings'),
  ])
  return (
    <>
      <SettingsHeader
        ctx={ctx}
        title={t('audit.title')}
        state={t('audit.text')}
        file={`${path}/export?${new URLSearchParams(filters)}`}
        menu={[{ label: t('audit.check'), href: `${path}?${new URLSearchParams({ ...filters, check: 'true' })}` }]}
      />
      {check && (
        <div className="mb-4">
          <Suspense fallback={<Callout tone="info" title={t('audit.checking')} />}>
            <ChainResult ctx={ctx} />
          </Suspense>
        </div>
      )}
      <FilterBar
        path={path}
        params={filters}
        search={{ name: 'actor', label: t('audit.search') }}
        filters={[
          {
            name: 'kind',
            label: t('audit.kind'),
            options: lineKinds.map((value) => ({ value, label: t(`audit.kinds.${value}`) })),
          },
          {
            name: 'entity',
            label: t('audit.entity'),
            options: entities.map((value) => ({ value, label: t(`audit.entities.${value}`) })),
          },
          { name: 'from', label: t('audit.from'), kind: 'day' },
          { name: 'to', label: t('audit.to'), kind: 'day' },
          ...(filters.entityId
            ? [
                {
                  name: 'entityId',
                  label: t('audit.oneRecord'),
                  options: [{ value: filters.entityId, label: t('audit.oneRecord') }],
                },
              ]
            : []),
        ]}
      />
      {page.items.length === 0 ? (
        <EmptyState icon={<ScrollText aria-hidden="true" />} title={t('audit.emptyTitle')}>
          {t('audit.emptyText')}
        </EmptyState>
      ) : (
        <AuditLines lines={page.items} school={ctx.school.slug} />
      )}
      <Pagination next={nextHref(path, filters, page.nextCursor)} />
    </>
  )
}
