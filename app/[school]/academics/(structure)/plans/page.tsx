import { BookOpenText } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { listPlans } from '@/lib/domain/academics/plans/queries'
import { listSubjects } from '@/lib/domain/academics/subjects/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { PlanBlock } from '../../_components/plan-block'
import { AcademicsHeader } from '../../_shell/header'
import { NoYear } from '../../_shell/no-year'
import { chosenYear, inYear, isOpen, type YearPage } from '../../_shell/years'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('academics'))('plans.title') }
}

export default async function PlansPage({ params, searchParams }: YearPage) {
  const [ctx, { year: wanted }] = await Promise.all([pageContext(params), searchParams])
  const [chosen, subjects, t] = await Promise.all([
    chosenYear(ctx, wanted),
    orNotFound(listSubjects.run(ctx, {})),
    getTranslations('academics'),
  ])
  const { year } = chosen
  const plans = year ? (await orNotFound(listPlans.run(ctx, { schoolYearId: year.id }))).items : []
  const writes = can(ctx.permissions, 'config:institution') && year !== null && isOpen(year)
  const path = `/${ctx.school.slug}/academics`
  const lacksSubjects = subjects.items.length === 0
  return (
    <ClientMessages namespaces={['academics']}>
      <AcademicsHeader
        ctx={ctx}
        tab="plans"
        chosen={chosen}
        title={t('plans.title')}
        file={year && plans.length > 0 ? `${path}/plans/export/${year.id}` : undefined}
        action={
          writes &&
          plans.length > 0 && (
            <LinkButton href={inYear(`${path}/plans/new`, chosen)} variant="secondary">
              {t('plans.new')}
            </LinkButton>
          )
        }
      />
      {!year && <NoYear ctx={ctx} />}
      {year && plans.length === 0 && (
        <EmptyState
          icon={<BookOpenText aria-hidden="true" />}
          title={writes && lacksSubjects ? t('plans.needSubjectsTitle') : t('plans.emptyTitle', { year: year.name })}
          action={
            writes &&
            (lacksSubjects ? (
              <LinkButton href={`${path}/subjects`} variant="primary">
                {t('plans.needSubjects')}
              </LinkButton>
            ) : (
              <>
                <LinkButton href={inYear(`${path}/plans/new`, chosen)} variant="primary">
                  {t('plans.new')}
                </LinkButton>
                <LinkButton href={inYear(`${path}/import`, chosen)}>{t('tab.import')}</LinkButton>
              </>
            ))
          }
        >
          {t(!writes ? 'plans.emptyStaff' : lacksSubjects ? 'plans.needSubjectsText' : 'plans.emptyText')}
        </EmptyState>
      )}
      <div className="grid max-w-4xl gap-6">
        {plans.map((plan) => (
          <PlanBlock key={plan.id} slug={ctx.school.slug} plan={plan} writes={writes} />
        ))}
      </div>
    </ClientMessages>
  )
}
