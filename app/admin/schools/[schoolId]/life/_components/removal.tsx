import { CircleCheck, CircleDashed } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import type { SchoolOverview } from '@/lib/domain/schools/platform/schema'
import type { PurgeList } from '@/lib/domain/schools/removal/schema'
import { Countdown } from './countdown'
import { CancelPurge, PlanPurge } from './purge-buttons'

type Props = {
  school: SchoolOverview
  hasFinal: boolean
  planned: PurgeList['items'][number] | undefined
}

/** The way to remove a school for ever: what is missing on it, or the plan that runs with its way back. */
export async function Removal({ school, hasFinal, planned }: Props) {
  const [t, format] = await Promise.all([getTranslations('admin'), getFormatter()])
  if (planned) {
    const running = planned.status === 'running'
    const when = format.dateTime(new Date(planned.runAfter), 'moment')
    return (
      <Callout
        tone="danger"
        title={running ? t('purgeRunning') : t('purgeRunsAt', { name: school.name, when })}
        actions={!running && <CancelPurge purgeId={planned.id} />}
      >
        {!running && <Countdown until={planned.runAfter} />}
        <p>{t('purgeBy', { name: planned.requestedBy, reason: planned.reason })}</p>
      </Callout>
    )
  }
  const steps = [
    [t('purgeStep.closed'), !school.isActive],
    [t('purgeStep.export'), hasFinal],
  ] as const
  const ready = steps.every(([, done]) => done)
  return (
    <Section title={t('purge')} intro={t('purgeSteps')}>
      <ul className="mb-4 grid gap-2">
        {steps.map(([label, done]) => (
          <li key={label} className="flex items-center gap-2">
            {done ? (
              <CircleCheck aria-hidden="true" className="size-4 flex-none text-ok" />
            ) : (
              <CircleDashed aria-hidden="true" className="size-4 flex-none text-muted" />
            )}
            <span>
              {label} <span className="text-muted">· {t(done ? 'stepDone' : 'stepOpen')}</span>
            </span>
          </li>
        ))}
      </ul>
      <PlanPurge schoolId={school.id} slug={school.slug} name={school.name} disabled={!ready} />
    </Section>
  )
}
