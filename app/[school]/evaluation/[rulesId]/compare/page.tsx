import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { Callout } from '@/components/ui/callout'
import { Table } from '@/components/ui/table'
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
        <Table caption={t('compare.title')}>
          <thead>
            <tr>
              <th scope="col">{t('compare.topic')}</th>
              <th scope="col">{t('compare.before')}</th>
              <th scope="col">{t('compare.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ topic, ...texts }) => (
              <tr key={topic}>
                <th scope="row">{say(`topic.${topic}`)}</th>
                <td className="whitespace-normal">{texts.before ?? t('compare.none')}</td>
                <td className="whitespace-normal">{texts.after ?? t('compare.none')}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}
