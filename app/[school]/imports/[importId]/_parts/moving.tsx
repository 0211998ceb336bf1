import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Progress } from '@/components/ui/progress'
import type { ImportDetail } from '@/lib/domain/imports/schema'

/** While the file is read, written or taken back: how far it is. It goes on without anybody looking. */
export function Moving({ slug, batch }: { slug: string; batch: ImportDetail }) {
  const t = useTranslations('imports')
  const { status, counts, jobId } = batch
  const { created = 0, updated = 0, undone = 0, stays = 0, failed = 0, kept = 0 } = counts.outcomes
  const undoing = status === 'undoing'
  const done = undoing ? undone + stays : created + updated + failed + kept
  const total = undoing
    ? done + created + updated
    : done + (counts.verdicts.create ?? 0) + (counts.verdicts.update ?? 0) - created - updated
  return (
    <Card className="form-width">
      <div className="grid gap-3" role="status">
        {status === 'reading' ? (
          <p className="font-medium">{t('page.reading')}</p>
        ) : (
          <Progress
            label={t(undoing ? 'page.undoing' : 'page.running')}
            value={done}
            max={Math.max(total, 1)}
            text={t('page.runningCount', { done, total })}
          />
        )}
        <p className="text-muted">{t(status === 'reading' ? 'page.readingText' : 'page.movingText')}</p>
        {jobId && (
          <div>
            <LinkButton href={`/${slug}/settings/jobs/${jobId}`} size="sm" variant="ghost">
              {t('page.job')}
            </LinkButton>
          </div>
        )}
      </div>
    </Card>
  )
}
