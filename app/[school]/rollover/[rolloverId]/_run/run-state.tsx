import { getFormatter, getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import type { RolloverDetail } from '@/lib/domain/rollovers/schema'
import { RunButton } from './run-button'
import { UndoButton } from './undo-button'

type Props = { slug: string; rollover: RolloverDetail }

/** How the run or the undoing goes while it is under way, and the way on when it stopped. Nothing otherwise. */
export async function RunState({ slug, rollover }: Props) {
  const { status, job, id, version, fromYear, toYear, results } = rollover
  if (status !== 'running' && status !== 'undoing') return null
  const [t, format] = await Promise.all([getTranslations('rollovers.run'), getFormatter()])
  const years = { from: fromYear.name, to: toYear.name }
  if (job?.status === 'failed')
    return (
      <Callout
        tone="danger"
        title={t('stopped', { error: job.lastError ?? '' })}
        actions={
          status === 'running' ? (
            <RunButton slug={slug} rolloverId={id} version={version} years={years} label={t('resume')} />
          ) : (
            <UndoButton
              slug={slug}
              rolloverId={id}
              version={version}
              years={years}
              enrolled={results.enrolled}
              label={t('resume')}
            />
          )
        }
      >
        {t('stoppedText')}
      </Callout>
    )
  return (
    <Card>
      <Progress
        label={t(status === 'running' ? 'running' : 'undoing')}
        value={job?.done ?? 0}
        max={Math.max(1, job?.total ?? 1)}
        text={job?.status === 'running' ? format.number(job.done / Math.max(1, job.total), 'percent') : t('queued')}
      />
    </Card>
  )
}
