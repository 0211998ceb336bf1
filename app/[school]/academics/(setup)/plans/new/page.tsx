import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Card } from '@/components/ui/card'
import { pageContext } from '@/lib/platform/page'
import { NewPlanForm } from '../../../_components/new-plan-form'
import { AcademicsHeader } from '../../../_shell/header'
import { chosenYear, isOpen, type YearPage } from '../../../_shell/years'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('academics'))('plans.new') }
}

export default async function NewPlanPage({ params, searchParams }: YearPage) {
  const [ctx, { year: wanted }] = await Promise.all([pageContext(params), searchParams])
  const [chosen, t] = await Promise.all([chosenYear(ctx, wanted), getTranslations('academics')])
  const { year } = chosen
  if (!year || !isOpen(year)) notFound()
  return (
    <ClientMessages namespaces={['academics']}>
      <AcademicsHeader ctx={ctx} tab="plans" chosen={chosen} at="/plans/new" title={t('plans.new')} />
      <p className="reading mb-4 text-muted">{t('plans.newText')}</p>
      <div className="max-w-3xl">
        <Card>
          <NewPlanForm slug={ctx.school.slug} schoolYearId={year.id} name={t('plans.proposed', { year: year.name })} />
        </Card>
      </div>
    </ClientMessages>
  )
}
