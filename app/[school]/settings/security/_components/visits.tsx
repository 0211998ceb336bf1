import { LifeBuoy } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { VisitTable } from '@/components/schools/visit-table'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { Visit } from '@/lib/domain/schools/support/own/schema'
import { EndVisit } from './end-visit'

/** Who of the platform is in the school now, with the way to show them out, and who was. */
export async function Visits({ slug, visits }: { slug: string; visits: Visit[] }) {
  const [t, own, format] = await Promise.all([
    getTranslations('support'),
    getTranslations('support.own'),
    getFormatter(),
  ])
  const running = visits.filter(({ runs }) => runs)
  const over = visits.filter(({ runs }) => !runs)
  return (
    <Section title={own('title')} intro={own('text')} id="visits">
      <div className="grid gap-4">
        {running.map(({ id, name, mode, reason, until }) => (
          <Callout
            key={id}
            tone="warning"
            title={own('running', { name })}
            actions={
              <>
                <EndVisit slug={slug} visitId={id} name={name} />
                <LinkButton href={`/${slug}/settings/audit`}>{own('history')}</LinkButton>
              </>
            }
          >
            {own('runningText', { mode: t(`modes.${mode}`), time: format.dateTime(new Date(until), 'time'), reason })}
          </Callout>
        ))}
        {visits.length === 0 && (
          <EmptyState icon={<LifeBuoy aria-hidden="true" />} title={own('none')}>
            {own('noneText')}
          </EmptyState>
        )}
        {over.length > 0 && <VisitTable caption={own('title')} visits={over} />}
      </div>
    </Section>
  )
}
