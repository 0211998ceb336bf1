import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { listSimulationGroups } from '@/lib/domain/evaluation/simulation/queries'
import { readRulesVersion } from '@/lib/domain/evaluation/versions/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { SimulationRun } from './_components/simulation-run'

type Props = { params: Promise<{ school: string; rulesId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('evaluation'))('draft.simulate') }
}

/** What a version would make of the real scores, group by group, before it takes effect. */
export default async function SimulationPage({ params }: Props) {
  const [ctx, { rulesId }] = await Promise.all([pageContext(params), params])
  if (!can(ctx.permissions, 'config:institution')) notFound()
  const [version, { items }, t] = await Promise.all([
    orNotFound(readRulesVersion.run(ctx, { rulesId })),
    orNotFound(listSimulationGroups.run(ctx, { rulesId })),
    getTranslations('evaluation'),
  ])
  const [home, { number, year }] = [`/${ctx.school.slug}`, version]
  return (
    <ClientMessages namespaces={['evaluation']}>
      <PageHeader
        title={t('simulation.title', { number })}
        crumbs={[
          { label: ctx.school.name, href: home },
          { label: t('pageTitle'), href: `${home}/evaluation?year=${year.id}` },
          { label: t('version', { number }), href: `${home}/evaluation/${rulesId}` },
        ]}
      />
      <p className="reading mb-4 text-muted">{t('simulation.intro', { year: year.name })}</p>
      <SimulationRun rulesId={rulesId} groups={items} decimals={version.rules.rounding.decimals} />
    </ClientMessages>
  )
}
