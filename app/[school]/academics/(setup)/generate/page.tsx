import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { previewCourses } from '@/lib/domain/academics/generation/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { GenerateCourses } from '../../_components/generate-courses'
import { GenerationTable } from '../../_components/generation-table'
import { AcademicsHeader } from '../../_shell/header'
import { chosenYear, inYear, isOpen, type YearPage } from '../../_shell/years'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('academics'))('generation.title') }
}

export default async function GeneratePage({ params, searchParams }: YearPage) {
  const [ctx, { year: wanted }] = await Promise.all([pageContext(params), searchParams])
  const [chosen, t] = await Promise.all([chosenYear(ctx, wanted), getTranslations('academics')])
  const { year } = chosen
  if (!year || !isOpen(year)) notFound()
  const plan = await orNotFound(previewCourses.run(ctx, { schoolYearId: year.id }))
  const path = `/${ctx.school.slug}/academics`
  const blocked = plan.groups.length > 0 && plan.groups.every((group) => group.blocked === 'noPlan')
  return (
    <ClientMessages namespaces={['academics']}>
      <AcademicsHeader ctx={ctx} tab="courses" chosen={chosen} at="/generate" title={t('generation.title')} />
      <p className="reading mb-4 text-muted">{t('generation.intro')}</p>
      {plan.groups.length === 0 && (
        <EmptyState
          title={t('generation.noGroups')}
          action={
            <LinkButton href={inYear(path, chosen)} variant="primary">
              {t('generation.toGroups')}
            </LinkButton>
          }
        />
      )}
      {blocked && (
        <EmptyState
          title={t('generation.noPlan')}
          action={
            <LinkButton href={inYear(`${path}/plans`, chosen)} variant="primary">
              {t('generation.toPlans')}
            </LinkButton>
          }
        />
      )}
      {plan.groups.length > 0 && !blocked && (
        <div className="grid max-w-4xl gap-4">
          <GenerateCourses
            slug={ctx.school.slug}
            schoolYearId={year.id}
            created={plan.created}
            updated={plan.updated}
          />
          <GenerationTable groups={plan.groups} />
        </div>
      )}
    </ClientMessages>
  )
}
