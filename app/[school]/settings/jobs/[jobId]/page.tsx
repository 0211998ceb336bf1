import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { jobTones } from '@/components/jobs/job-tones'
import { RefreshWhile } from '@/components/jobs/refresh-while'
import { ResendButton } from '@/components/mails/resend-button'
import { StatusBadge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { readJob } from '@/lib/domain/jobs/queries'
import { jobState } from '@/lib/domain/jobs/rules'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../../_components/settings-header'
import { retryJobAction } from '../actions'

type Props = { params: Promise<{ school: string; jobId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('jobs'))('job') }
}

export default async function JobPage({ params }: Props) {
  const [ctx, { jobId }] = await Promise.all([pageContext(params), params])
  const [job, t, format] = await Promise.all([
    orNotFound(readJob.run(ctx, { jobId })),
    getTranslations('jobs'),
    getFormatter(),
  ])
  const { slug } = ctx.school
  const state = jobState(job)
  const treated = job.done + job.failed
  const by = job.startedBy ?? t('system')
  return (
    <>
      <RefreshWhile running={job.status === 'queued' || job.status === 'running'} />
      <SettingsHeader
        ctx={ctx}
        title={job.title}
        badge={<StatusBadge tone={jobTones[state]}>{t(`status.${state}`)}</StatusBadge>}
        state={t('startedBy', { name: by, at: format.dateTime(new Date(job.createdAt), 'moment') })}
        under={[{ label: t('title'), href: `/${slug}/settings/jobs` }]}
        action={
          job.canRetry && (
            <ResendButton
              label={t(job.failed > 0 ? 'retryFailed' : 'retry')}
              said={t('retried')}
              offline={t('offline')}
              resend={retryJobAction.bind(null, slug, { jobId })}
            />
          )
        }
      />
      <div className="grid max-w-4xl gap-4">
        <Card>
          <Progress
            label={t('progress')}
            value={job.total > 0 ? treated : job.status === 'done' ? 1 : 0}
            max={job.total > 0 ? job.total : 1}
            text={t('summary', { done: job.done, failed: job.failed, total: Math.max(job.total, treated) })}
          />
        </Card>
        {job.lastError && (
          <Callout tone="danger" title={t('lastError')}>
            {job.lastError}
          </Callout>
        )}
        {job.items.length > 0 && (
          <ul className="card divide-y divide-border" aria-label={t('items')}>
            {job.items.map((item) => (
              <li key={item.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
                <span className="min-w-0 flex-1">
                  <span className="font-medium">{item.label}</span>
                  {item.error && <span className="block text-sm text-muted">{item.error}</span>}
                </span>
                <StatusBadge tone={jobTones[item.status]}>{t(`status.${item.status}`)}</StatusBadge>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
