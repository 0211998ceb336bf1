import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RefreshWhile } from '@/components/jobs/refresh-while'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { rolloverStory } from '@/components/rollovers/story'
import { rolloverTones } from '@/components/rollovers/tones'
import { StatusBadge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Tabs } from '@/components/ui/tabs'
import { readOneRollover } from '@/lib/domain/rollovers/queries'
import type { RolloverDetail } from '@/lib/domain/rollovers/schema'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { RunState } from './_run/run-state'
import { RunStep } from './_run/run-step'
import { DestinationsStep } from './_steps/destinations-step'
import { ExceptionsStep } from './_steps/exceptions-step'
import { PromotionStep } from './_steps/promotion-step'
import { StructureStep } from './_steps/structure-step'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rollovers'))('title') }
}

const steps = ['structure', 'promotion', 'destinations', 'exceptions', 'run'] as const
type Step = (typeof steps)[number]

/** The first step that nobody has saved; the run when all are. */
const openStep = ({ plan }: RolloverDetail): Step =>
  !plan.structure ? 'structure' : !plan.promotion ? 'promotion' : !plan.destinations ? 'destinations' : 'run'

const isSaved = ({ plan, exceptions, run }: RolloverDetail, step: Step): boolean =>
  step === 'exceptions' ? exceptions > 0 : step === 'run' ? run !== null : plan[step] !== undefined

/** What the list of results is narrowed to. */
const shownStudents = (sent: Record<string, string | string[] | undefined>) =>
  new URLSearchParams(
    ['q', 'outcome', 'problem', 'result'].flatMap((name) => {
      const value = sent[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )

export default async function RolloverPage({ params, searchParams }: PageProps<'/[school]/rollover/[rolloverId]'>) {
  const [ctx, { rolloverId }, sent] = await Promise.all([pageContext(params), params, searchParams])
  const [rollover, t] = await Promise.all([
    orNotFound(readOneRollover.run(ctx, { rolloverId })),
    getTranslations('rollovers'),
  ])
  const { slug, name } = ctx.school
  const path = `/${slug}/rollover/${rolloverId}`
  const busy = rollover.status === 'running' || rollover.status === 'undoing'
  const step = busy ? 'run' : (steps.find((one) => one === sent.step) ?? openStep(rollover))
  const hrefOf = (one: Step) => `${path}?step=${one}`
  const years = { from: rollover.fromYear.name, to: rollover.toYear.name }
  const props = { slug, rollover, path }
  return (
    <ClientMessages namespaces={['rollovers', 'families', 'grades']}>
      <RefreshWhile running={busy && rollover.job?.status !== 'failed'} />
      <PageHeader
        title={t('titleOf', years)}
        crumbs={[
          { label: name, href: `/${slug}` },
          { label: t('title'), href: `/${slug}/rollover` },
        ]}
        badge={<StatusBadge tone={rolloverTones[rollover.status]}>{t(`status.${rollover.status}`)}</StatusBadge>}
        state={await rolloverStory(rollover)}
        file={step === 'run' ? `${path}/export?${shownStudents(sent)}` : undefined}
        menu={[
          { label: t('toYear', { year: years.from }), href: `/${slug}/settings/years/${rollover.fromYear.id}` },
          { label: t('toYear', { year: years.to }), href: `/${slug}/settings/years/${rollover.toYear.id}` },
        ]}
      />
      <Tabs
        label={t('steps')}
        current={hrefOf(step)}
        tabs={steps.map((one, index) => ({
          href: hrefOf(one),
          label: (
            <>
              {index + 1}. {t(`step.${one}`)}
              {isSaved(rollover, one) && (
                <span className="text-ok" aria-hidden="true">
                  {' '}
                  ✓
                </span>
              )}
              {isSaved(rollover, one) && <span className="sr-only"> ({t('saved')})</span>}
            </>
          ),
        }))}
      />
      <div className="grid grid-cols-1 gap-6 pt-4">
        <RunState {...props} />
        {busy && <Callout tone="info">{t('frozen')}</Callout>}
        {!busy && step === 'structure' && <StructureStep ctx={ctx} {...props} />}
        {!busy && step === 'promotion' && <PromotionStep {...props} />}
        {!busy && step === 'destinations' && <DestinationsStep {...props} />}
        {!busy && step === 'exceptions' && <ExceptionsStep ctx={ctx} {...props} sent={sent} />}
        {!busy && step === 'run' && <RunStep ctx={ctx} {...props} sent={sent} />}
      </div>
    </ClientMessages>
  )
}
