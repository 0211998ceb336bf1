import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { Card } from '@/components/ui/card'
import type { Say } from '@/lib/domain/evaluation/trace/rules'
import { readRulesVersion } from '@/lib/domain/evaluation/versions/queries'
import { describeRules } from '@/lib/domain/evaluation/versions/rules'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { RuleList } from '../_components/rule-list'
import { RulesForm } from './_form/rules-form'

type Props = { params: Promise<{ school: string; rulesId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('evaluation'))('pageTitle') }
}

/** A version in words; a draft as the form that changes it. */
export default async function RulesVersionPage({ params }: Props) {
  const [ctx, { rulesId }, t, locale] = await Promise.all([
    pageContext(params),
    params,
    getTranslations('evaluation'),
    getLocale(),
  ])
  const version = await orNotFound(readRulesVersion.run(ctx, { rulesId }))
  const { number, year, status, rules, periodCount, note } = version
  const home = `/${ctx.school.slug}`
  const crumbs = [
    { label: ctx.school.name, href: home },
    { label: t('pageTitle'), href: `${home}/evaluation?year=${year.id}` },
  ]
  const say = t as unknown as Say
  if (status === 'draft')
    return (
      <ClientMessages namespaces={['evaluation']}>
        <PageHeader title={t('draft.pageTitle', { number })} state={year.name} crumbs={crumbs} />
        <RulesForm slug={ctx.school.slug} draft={version} year={year.name} periods={periodCount} />
      </ClientMessages>
    )
  return (
    <>
      <PageHeader title={t('versionOf', { number, year: year.name })} state={t(`status.${status}`)} crumbs={crumbs} />
      <div className="grid grid-cols-1 gap-4">
        {note && <p className="reading">{note}</p>}
        <Card>
          <RuleList rules={describeRules(rules, { say, locale })} topics={(topic) => say(`topic.${topic}`)} />
        </Card>
      </div>
    </>
  )
}
