import { Scale } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { Say } from '@/lib/domain/evaluation/trace/rules'
import { listRuleVersions } from '@/lib/domain/evaluation/versions/queries'
import { describeRules } from '@/lib/domain/evaluation/versions/rules'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { NewDraft } from '../_components/new-draft'
import { RuleList } from '../_components/rule-list'
import { VersionList } from '../_components/version-list'
import { YearChoice } from '../_components/year-choice'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('evaluation'))('pageTitle') }
}

type Props = { params: Promise<{ school: string }>; searchParams: Promise<{ year?: string | string[] }> }

export default async function EvaluationPage({ params, searchParams }: Props) {
  const [ctx, { year: asked }] = await Promise.all([pageContext(params), searchParams])
  const wanted = typeof asked === 'string' ? { schoolYearId: asked } : {}
  const [{ year, years, current, items }, t, locale] = await Promise.all([
    orNotFound(listRuleVersions.run(ctx, wanted)),
    getTranslations('evaluation'),
    getLocale(),
  ])
  const [home, edits] = [`/${ctx.school.slug}`, can(ctx.permissions, 'config:institution')]
  const path = `${home}/evaluation`
  const crumbs = [{ label: ctx.school.name, href: home }]
  if (!year || !current)
    return (
      <>
        <PageHeader title={t('pageTitle')} crumbs={crumbs} />
        <EmptyState
          icon={<Scale aria-hidden="true" />}
          title={t('empty.title')}
          action={edits && <LinkButton href={`${home}/settings/years`}>{t('year')}</LinkButton>}
        >
          {t('empty.text')}
        </EmptyState>
      </>
    )
  const draft = items.find(({ status }) => status === 'draft')
  const open = year.status === 'planning' || year.status === 'active'
  const action =
    !edits || !open ? undefined : draft ? (
      <LinkButton variant="primary" href={`${path}/${draft.id}`}>
        {t('draft.open')}
      </LinkButton>
    ) : (
      <NewDraft
        slug={ctx.school.slug}
        yearId={year.id}
        sources={current.id ? ['active', 'lastYear', 'default'] : ['lastYear', 'default']}
      />
    )
  const say = t as unknown as Say
  return (
    <ClientMessages namespaces={['evaluation']}>
      <PageHeader
        title={t('pageTitle')}
        state={
          current.id ? t('state', { year: year.name, number: current.number }) : t('stateDefault', { year: year.name })
        }
        crumbs={crumbs}
        action={action}
      />
      <div className="grid grid-cols-1 gap-6">
        <YearChoice years={years} current={year.id} path={path} label={t('year')} />
        {!current.id && <Callout tone="info">{t('defaultNotice')}</Callout>}
        <Section title={t('rulesHeading')} intro={t('intro')}>
          <RuleList rules={describeRules(current.rules, { say, locale })} topics={(topic) => say(`topic.${topic}`)} />
        </Section>
        <Section title={t('versionsHeading')} intro={t('versionsIntro')}>
          <VersionList items={items} path={path} activeId={current.id} edits={edits} />
        </Section>
      </div>
    </ClientMessages>
  )
}
