import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { languageOf } from '@/i18n/locale'
import type { Say } from '@/lib/domain/evaluation/trace/rules'
import { compareVersions, listRuleVersions, readRulesVersion } from '@/lib/domain/evaluation/versions/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'

type Props = {
  params: Promise<{ school: string; rulesId: string }>
  searchParams: Promise<{ with?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('evaluation'))('compare.title') }
}

/** What a version says differently from the one in force, or from the one that the address names. */
export default async function ComparePage({ params, searchParams }: Props) {
  const [ctx, { rulesId }, { with: asked }, t, locale] = await Promise.all([
    pageContext(params),
    params,
    searchParams,
    getTranslations('evaluation'),
    getLocale(),
  ])
  const version = await orNotFound(readRulesVersion.run(ctx, { rulesId }))
  const { current } = await orNotFound(listRuleVersions.run(ctx, { schoolYearId: version.year.id }))
  const otherId = typeof asked === 'string' ? asked : current?.id
  if (!otherId) notFound()
  const language = languageOf(locale)
  const { before, after, changes } = await orNotFound(compareVersions.run(ctx, { rulesId, otherId, language }))
  const [home, say] = [`/${ctx.school.slug}`, t as unknown as Say]
  return (
    <>
      <PageHeader
        title={t('compare.title')}
        state={t('compare.intro', { before: before.number, after: after.number })}
        crumbs={[
          { label: ctx.school.name, href: home },
          { label: t('pageTitle'), href: `${home}/evaluation?year=${version.year.id}` },
          { label: t('version', { number: after.number }), href: `${home}/evaluation/${rulesId}` },
        ]}
      />
      {changes.length === 0 ? (
        <Callout tone="info">{t('compare.same')}</Callout>
      ) : (
        <ul className="grid grid-cols-1 gap-3">
          {changes.map(({ topic, ...texts }) => (
            <li key={topic}>
              <Card>
                <h2 className="mb-2 font-semibold">{say(`topic.${topic}`)}</h2>
                <dl className="grid gap-3 md:grid-cols-2">
                  <div>
                    <dt className="text-sm text-muted">{t('compare.before')}</dt>
                    <dd>{texts.before ?? t('compare.none')}</dd>
                  </div>
                  <div>
                    <dt className="text-sm text-muted">{t('compare.after')}</dt>
                    <dd className="font-medium">{texts.after ?? t('compare.none')}</dd>
                  </div>
                </dl>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
