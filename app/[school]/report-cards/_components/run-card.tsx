import { getTranslations } from 'next-intl/server'
import { ResendButton } from '@/components/mails/resend-button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import type { CardOverview } from '@/lib/domain/report-cards/batch/schema'
import { retryRunAction } from '../actions'

type Props = { job: NonNullable<CardOverview['job']>; school: string; retries: boolean }

/** How the newest run goes, and who failed with the way to mend it. Nothing once all went well. */
export async function RunCard({ job, school, retries }: Props) {
  const t = await getTranslations('reportCards.page')
  const { status, done, failed, total, failures, id } = job
  if (status === 'queued' || status === 'running')
    return (
      <Card>
        <Progress
          label={t('running')}
          value={done + failed}
          max={total}
          text={t('runCount', { done, failed, total })}
        />
      </Card>
    )
  if (failed === 0 && status === 'done') return null
  return (
    <Callout
      tone={failed > 0 ? 'warning' : 'danger'}
      title={failed > 0 ? t('partly', { done, failed }) : t('stopped')}
      actions={
        retries && (
          <ResendButton
            label={t('retry')}
            said={t('retried')}
            offline={t('offline')}
            resend={retryRunAction.bind(null, school, { jobId: id })}
          />
        )
      }
    >
      <ul className="mt-1 grid gap-1">
        {failures.map(({ label, error }) => (
          <li key={label}>
            <span className="font-medium">{label}</span>: {error}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
