import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { only } from '@/components/layout/search-params'
import { listCourses } from '@/lib/domain/gradebook/courses/queries'
import { kindsOf } from '@/lib/domain/imports/policy'
import { importKinds } from '@/lib/domain/imports/schema'
import { listYears } from '@/lib/domain/years/queries'
import { acceptsEnrollments } from '@/lib/domain/years/rules'
import { pageContext } from '@/lib/platform/page'
import { ImportForm } from '../_components/import-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('new') }
}

export default async function NewImportPage({ params, searchParams }: PageProps<'/[school]/imports/new'>) {
  const [ctx, wanted] = await Promise.all([
    pageContext(params),
    only(searchParams, ['kind', 'course', 'period'] as const),
  ])
  const kinds = kindsOf(ctx)
  if (kinds.length === 0) notFound()
  const [t, years, courses] = await Promise.all([
    getTranslations('imports'),
    kinds.includes('students') ? listYears.run(ctx, {}) : { items: [] },
    kinds.includes('scores') ? listCourses.run(ctx, wanted.period ? { periodId: wanted.period } : {}) : null,
  ])
  const period = courses?.period?.status === 'open' ? courses.period : null
  const { slug } = ctx.school
  return (
    <>
      <PageHeader
        title={t('new')}
        crumbs={[
          { label: ctx.school.name, href: `/${slug}` },
          { label: t('title'), href: `/${slug}/imports` },
        ]}
      />
      <ClientMessages namespaces={['imports']}>
        <ImportForm
          slug={slug}
          kinds={kinds}
          kind={importKinds.find((kind) => kind === wanted.kind && kinds.includes(kind)) ?? kinds[0] ?? 'students'}
          years={years.items
            .filter(({ status }) => acceptsEnrollments(status))
            .map(({ id, name, status }) => ({ id, name, isActive: status === 'active' }))}
          period={period && { id: period.id, name: period.name }}
          courses={(period ? (courses?.items ?? []) : [])
            .filter(({ descriptive, activities }) => !descriptive && activities > 0)
            .map(({ courseId, subject, groupCode }) => ({ id: courseId, name: `${groupCode} · ${subject}` }))}
          course={wanted.course}
        />
      </ClientMessages>
    </>
  )
}
