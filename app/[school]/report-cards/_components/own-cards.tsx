import { FileText } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { listOwnCards } from '@/lib/domain/report-cards/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound } from '@/lib/platform/page'
import { dayOf } from '@/lib/shared/dates'

/** For a student, and for a guardian with an account: the published ones of the own. */
export async function OwnCards({ ctx, crumbs }: { ctx: SchoolContext; crumbs: { label: string; href: string }[] }) {
  const [{ items }, t] = await Promise.all([orNotFound(listOwnCards.run(ctx, {})), getTranslations('reportCards')])
  return (
    <>
      <PageHeader title={t('title')} crumbs={crumbs} />
      {items.length === 0 ? (
        <EmptyState icon={<FileText aria-hidden="true" />} title={t('page.ownEmpty')}>
          {t('page.ownEmptyText')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('title')}
          columns={[
            { key: 'period', header: t('page.period') },
            { key: 'student', header: t('page.student') },
            { key: 'published', header: t('page.publishedOn'), kind: 'date' },
          ]}
          rows={items.map((card) => ({
            id: card.id,
            href: `/${ctx.school.slug}/report-cards/${card.id}`,
            cells: {
              period: `${card.periodName ?? t('finalName')} · ${card.yearName}`,
              student: card.studentName,
              published: card.publishedAt && dayOf(new Date(card.publishedAt)),
            },
          }))}
        />
      )}
    </>
  )
}
