import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { listPlans } from '@/lib/domain/academics/plans/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { CopyYear } from '../../_components/copy-year'
import { ImportSheet } from '../../_components/import-sheet'
import { AcademicsHeader } from '../../_shell/header'
import { NoYear } from '../../_shell/no-year'
import { chosenYear, isOpen, type YearPage } from '../../_shell/years'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('academics'))('tab.import') }
}

export default async function ImportPage({ params, searchParams }: YearPage) {
  const [ctx, { year: wanted }] = await Promise.all([pageContext(params), searchParams])
  const [chosen, t] = await Promise.all([chosenYear(ctx, wanted), getTranslations('academics')])
  const { year, years } = chosen
  const plans = year ? (await orNotFound(listPlans.run(ctx, { schoolYearId: year.id }))).items : []
  const { slug } = ctx.school
  const targets = years.filter(({ status }) => status === 'planning')
  const brief = (list: typeof years) => list.map(({ id, name }) => ({ id, name }))
  return (
    <ClientMessages namespaces={['academics']}>
      <AcademicsHeader ctx={ctx} tab="import" chosen={chosen} title={t('tab.import')} />
      {!year && <NoYear ctx={ctx} />}
      {year && (
        <div className="grid max-w-4xl gap-8">
          <Section title={t('import.title')} intro={t('import.intro')}>
            {isOpen(year) ? (
              <ImportSheet
                key={year.id}
                slug={slug}
                schoolYearId={year.id}
                plans={plans.filter(({ status }) => status === 'draft').map(({ id, name }) => ({ id, name }))}
              />
            ) : (
              <Callout>{t('refusal.yearOver', { year: year.name })}</Callout>
            )}
          </Section>
          <Section title={t('copy.title')} intro={t('copy.intro')}>
            {targets.length === 0 || years.length < 2 ? (
              <Callout
                actions={
                  <LinkButton href={`/${slug}/settings/years`} size="sm">
                    {t('copy.createYear')}
                  </LinkButton>
                }
              >
                {t(targets.length === 0 ? 'copy.none' : 'copy.onlyOne')}
              </Callout>
            ) : (
              <CopyYear slug={slug} years={brief(years)} targets={brief(targets)} />
            )}
          </Section>
        </div>
      )}
    </ClientMessages>
  )
}
