import { Inbox } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { PageHeader } from '@/components/layout/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { readReviewQueue } from '@/lib/domain/enrollments/documents/review/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { ReviewDesk } from './_components/review-desk'
import { reviewItems } from './_components/review-items'
import { rejectDocumentAction, reopenDocumentAction, validateDocumentAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('title') }
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' && value ? value : undefined)

export default async function ReviewPage({ params, searchParams }: PageProps<'/[school]/review'>) {
  const [ctx, asked, t, grades] = await Promise.all([
    pageContext(params),
    searchParams,
    getTranslations('review'),
    getTranslations('grades'),
  ])
  const gradeLevel = one(asked.gradeLevel)
  const documentType = one(asked.documentType)
  const filter = { ...(gradeLevel ? { gradeLevel } : {}), ...(documentType ? { documentType } : {}) }
  const queue = await orNotFound(readReviewQueue.run(ctx, { ...filter, limit: 40 }))
  const path = `/${ctx.school.slug}/review`
  const filtered = Object.keys(filter).length > 0
  const options = (label: string, count: number, value: string) => ({ value, label: t('count', { label, count }) })
  return (
    <>
      <PageHeader
        title={t('title')}
        state={t('state', { count: queue.total })}
        file={queue.total > 0 ? `${path}/export?${new URLSearchParams(filter)}` : undefined}
        crumbs={[{ label: ctx.school.name, href: `/${ctx.school.slug}` }]}
      />
      {(filtered || queue.grades.length > 1 || queue.types.length > 1) && (
        <FilterBar
          path={path}
          params={filter}
          filters={[
            {
              name: 'gradeLevel',
              label: t('grade'),
              options: queue.grades.map((grade) =>
                options(grades(`label.${grade.gradeLevel}` as 'label.1'), grade.count, grade.gradeLevel),
              ),
            },
            {
              name: 'documentType',
              label: t('type'),
              options: queue.types.map((type) => options(type.name, type.count, type.documentType)),
            },
          ]}
        />
      )}
      {queue.items.length === 0 ? (
        <EmptyState
          icon={<Inbox aria-hidden="true" />}
          title={filtered ? t('emptyFiltered') : t('emptyTitle')}
          action={
            filtered ? (
              <LinkButton href={path}>{t('clear')}</LinkButton>
            ) : (
              <LinkButton href={`/${ctx.school.slug}/enrollments?missing=true`}>{t('emptyAction')}</LinkButton>
            )
          }
        >
          {filtered ? null : t('emptyText')}
        </EmptyState>
      ) : (
        <ClientMessages namespaces={['review', 'documents']}>
          <ReviewDesk
            school={ctx.school.slug}
            packed={JSON.stringify(await reviewItems(queue.items))}
            more={queue.nextCursor !== null}
            mayDecide={can(ctx.permissions, 'write:enrollment')}
            selected={one(asked.document)}
            actions={{
              validate: validateDocumentAction,
              reopen: reopenDocumentAction,
              reject: rejectDocumentAction,
            }}
          />
        </ClientMessages>
      )}
    </>
  )
}
