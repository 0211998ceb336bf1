import { Users } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { placeOf } from '@/components/students/place'
import { listGroupCards } from '@/lib/domain/report-cards/batch/queries'
import type { CardStatus } from '@/lib/domain/report-cards/rules'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { cardTones } from '../../_components/card-tones'

type Page = PageProps<'/[school]/report-cards/groups/[classGroupId]'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reportCards'))('title') }
}

export default async function GroupCardsPage({ params, searchParams }: Page) {
  const [ctx, { classGroupId }, { period: asked }] = await Promise.all([pageContext(params), params, searchParams])
  const periodId = typeof asked === 'string' ? asked : undefined
  const [{ group, period, items }, t, grades] = await Promise.all([
    orNotFound(listGroupCards.run(ctx, { classGroupId, ...(periodId ? { periodId } : {}) })),
    getTranslations('reportCards'),
    getTranslations('grades'),
  ])
  const path = `/${ctx.school.slug}/report-cards`
  const back = period ? `${path}?period=${period.id}` : `${path}?year=${group.yearId}&final=true`
  return (
    <>
      <PageHeader
        title={placeOf(group.gradeLevel, group.code, grades)}
        state={t('page.state', { year: group.year, period: period?.name ?? t('finalName') })}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: back },
        ]}
        file={
          items.length > 0
            ? `${path}/groups/${classGroupId}/export${period ? `?periodId=${period.id}` : ''}`
            : undefined
        }
      />
      {items.length === 0 ? (
        <EmptyState icon={<Users aria-hidden="true" />} title={t('page.nobody')}>
          {t('page.nobodyText')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('page.studentsOf', { group: group.code })}
          columns={[
            { key: 'name', header: t('page.student') },
            { key: 'state', header: t('page.stateHead'), kind: 'badge' },
            { key: 'edition', header: t('page.edition'), kind: 'number', phone: 'hide' },
            { key: 'pdf', header: 'PDF', kind: 'link' },
          ]}
          rows={items.map(({ enrollmentId, name, card }) => ({
            id: enrollmentId,
            ...(card ? { href: `${path}/${card.id}` } : {}),
            cells: {
              name,
              state: card
                ? { tone: cardTones[card.status as CardStatus], text: t(`status.${card.status as CardStatus}`) }
                : { tone: 'neutral' as const, text: t('page.noneIssued') },
              edition: card?.edition,
              pdf: card && { href: `${path}/${card.id}/pdf`, text: t('page.open') },
            },
          }))}
        />
      )}
    </>
  )
}
