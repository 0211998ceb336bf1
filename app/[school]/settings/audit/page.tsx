import { ScrollText } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditLines } from '@/components/audit/audit-lines'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { nextHref, only, type SearchParams } from '@/components/layout/search-params'
import { Pagination } from '@/components/ui/pagination'
import { listAudit } from '@/lib/domain/audit/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../_components/settings-header'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('audit.title') }
}

const entities = [
  'student',
  'guardian',
  'enrollment',
  'enrollment_document',
  'membership',
  'school',
  'year',
  'period',
  'area',
  'subject',
  'plan',
  'group',
  'requirement',
  'consent_text',
  'token',
  'mail',
  'job',
] as const

type Props = { params: Promise<{ school: string }>; searchParams: SearchParams }

export default async function AuditPage({ params, searchParams }: Props) {
  const [ctx, wanted] = await Promise.all([
    pageContext(params),
    only(searchParams, ['actor', 'entity', 'from', 'to', 'cursor'] as const),
  ])
  const [page, t] = await Promise.all([orNotFound(listAudit.run(ctx, wanted)), getTranslations('settings')])
  const { cursor: _, ...filters } = wanted
  const path = `/${ctx.school.slug}/settings/audit`
  return (
    <>
      <SettingsHeader ctx={ctx} title={t('audit.title')} state={t('audit.text')} />
      <FilterBar
        path={path}
        params={filters}
        search={{ name: 'actor', label: t('audit.search') }}
        filters={[
          {
            name: 'entity',
            label: t('audit.entity'),
            options: entities.map((value) => ({ value, label: t(`audit.entities.${value}`) })),
          },
          { name: 'from', label: t('audit.from'), kind: 'day' },
          { name: 'to', label: t('audit.to'), kind: 'day' },
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
