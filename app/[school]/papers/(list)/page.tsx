import { Stamp } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { PageHeader } from '@/components/layout/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { listPapers } from '@/lib/domain/papers/queries'
import { certificateKinds, paperKinds, paperStatuses } from '@/lib/domain/papers/rules'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { dayOf } from '@/lib/shared/dates'
import { isUuid } from '@/lib/shared/ids'
import { paperTones } from '../_components/paper-tones'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('papers'))('title') }
}

const names = ['q', 'kind', 'status', 'studentId', 'cursor'] as const

export default async function PapersPage({ params, searchParams }: PageProps<'/[school]/papers'>) {
  const [ctx, sent] = await Promise.all([pageContext(params), searchParams])
  const wanted = Object.fromEntries(
    names.flatMap((name) => {
      const value = sent[name]
      return typeof value === 'string' && value ? [[name, value]] : []
    }),
  ) as Partial<Record<(typeof names)[number], string>>
  if (wanted.studentId && !isUuid(wanted.studentId)) delete wanted.studentId
  const [{ items, total, nextCursor }, t] = await Promise.all([
    orNotFound(listPapers.run(ctx, wanted)),
    getTranslations('papers'),
  ])
  const path = `/${ctx.school.slug}/papers`
  const writes = can(ctx.permissions, 'write:enrollment')
  const kinds = can(ctx.permissions, 'read:grades') ? paperKinds : certificateKinds
  const { cursor: _, ...filters } = wanted
  const next = nextCursor && `${path}?${new URLSearchParams({ ...filters, cursor: nextCursor })}`
  const start = wanted.cursor ? `${path}?${new URLSearchParams(filters)}` : null
  const narrowed = Object.keys(filters).length > 0
  const nothing = items.length === 0 && !narrowed
  return (
    <>
      <PageHeader
        title={t('title')}
        state={t('page.intro')}
        file={total > 0 ? `${path}/export?${new URLSearchParams(filters)}` : undefined}
        crumbs={[{ label: ctx.school.name, href: `/${ctx.school.slug}` }]}
        action={
          writes &&
          !nothing && (
            <LinkButton
              href={`${path}/new${wanted.studentId ? `?studentId=${wanted.studentId}` : ''}`}
              variant="primary"
            >
              {t('page.new')}
            </LinkButton>
          )
        }
      />
      {!nothing && (
        <FilterBar
          path={path}
          params={wanted}
          search={{ name: 'q', label: t('page.search') }}
          filters={[
            {
              name: 'kind',
              label: t('page.kind'),
              options: kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
            },
            {
              name: 'status',
              label: t('page.state'),
              options: paperStatuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
            },
          ]}
          keep={['studentId']}
          count={t('page.count', { count: total })}
        />
      )}
      {items.length === 0 ? (
        <EmptyState
          icon={<Stamp aria-hidden="true" />}
          title={t(narrowed ? 'page.noneFound' : 'page.empty')}
          action={
            writes &&
            nothing && (
              <LinkButton href={`${path}/new`} variant="primary">
                {t('page.new')}
              </LinkButton>
            )
          }
        >
          {t(narrowed ? 'page.noneFoundText' : 'page.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('title')}
          columns={[
            { key: 'number', header: t('page.number'), nowrap: true },
            { key: 'kind', header: t('page.kind') },
            { key: 'student', header: t('page.student') },
            { key: 'status', header: t('page.state'), kind: 'badge' },
            { key: 'issuedOn', header: t('page.issuedOn'), kind: 'date' },
            { key: 'by', header: t('page.issuedBy'), phone: 'hide', muted: true },
          ]}
          rows={items.map((paper) => ({
            id: paper.id,
            href: paper.reportCardId ? `/${ctx.school.slug}/report-cards/${paper.reportCardId}` : `${path}/${paper.id}`,
            cells: {
              number: paper.number,
              kind: t(`kind.${paper.kind}`),
              student: paper.studentName,
              status: { tone: paperTones[paper.status], text: t(`status.${paper.status}`) },
              issuedOn: dayOf(new Date(paper.issuedAt)),
              by: paper.issuedBy,
            },
          }))}
        />
      )}
      {(next || start) && <Pagination summary={t('page.count', { count: total })} previous={start} next={next} />}
    </>
  )
}
