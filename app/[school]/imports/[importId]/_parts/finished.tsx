import { getFormatter, getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import type { ImportDetail, ImportRow } from '@/lib/domain/imports/schema'
import { RowList } from '../../_components/row-list'
import { UndoButton } from '../../_components/undo-button'

type Props = {
  slug: string
  batch: ImportDetail
  rows: { items: ImportRow[]; next: number | null }
  show: string
}

/** What came of it, row by row, and the way back while there is one. */
export async function Finished({ slug, batch, rows, show }: Props) {
  const [t, format] = await Promise.all([getTranslations('imports'), getFormatter()])
  const { counts, jobId, undoUntil, clearedAt } = batch
  const { created = 0, updated = 0, failed = 0, undone = 0, stays = 0, kept = 0 } = counts.outcomes
  const unwritten =
    batch.status === 'done'
      ? (counts.verdicts.create ?? 0) + (counts.verdicts.update ?? 0) - created - updated - failed - kept
      : 0
  const path = `/${slug}/imports/${batch.id}`
  const tabs = [
    ...(stays ? [{ key: 'stays', label: t('outcome.stays'), count: stays }] : []),
    ...(failed ? [{ key: 'failed', label: t('outcome.failed'), count: failed }] : []),
    { key: 'all', label: t('page.allRows'), count: counts.rows },
  ]
  return (
    <div className="grid gap-6">
      {batch.status === 'expired' ? (
        <Callout
          tone="info"
          title={t('page.expiredTitle')}
          actions={
            <LinkButton href={`/${slug}/imports/new?kind=${batch.kind}`} size="sm">
              {t('page.another')}
            </LinkButton>
          }
        >
          {t('page.expiredText')}
        </Callout>
      ) : batch.status === 'done' ? (
        <Callout
          tone="ok"
          live
          title={t('page.doneTitle')}
          actions={
            <>
              {undoUntil && <UndoButton slug={slug} importId={batch.id} />}
              {!clearedAt && (counts.verdicts.error ?? 0) + failed > 0 && (
                <LinkButton href={`${path}/failures`} size="sm" download>
                  {t('page.download')}
                </LinkButton>
              )}
              <LinkButton href={`/${slug}/imports/new?kind=${batch.kind}`} size="sm" variant="ghost">
                {t('page.another')}
              </LinkButton>
            </>
          }
        >
          <p>{t('page.doneText', { created, updated, failed })}</p>
          {undoUntil && (
            <p className="text-muted">{t('page.undoText', { until: format.dateTime(new Date(undoUntil), 'day') })}</p>
          )}
        </Callout>
      ) : (
        <Callout live tone={stays ? 'warning' : 'ok'} title={t('page.undoneTitle')}>
          {t('page.undoneText', { undone, stays })}
        </Callout>
      )}
      {unwritten > 0 && (
        <Callout
          tone="danger"
          actions={
            jobId && (
              <LinkButton href={`/${slug}/settings/jobs/${jobId}`} size="sm">
                {t('page.job')}
              </LinkButton>
            )
          }
        >
          {t('page.unwritten', { count: unwritten })}
        </Callout>
      )}
      {clearedAt ? (
        <p className="reading text-muted">
          {t('page.cleared', {
            status: batch.status,
            count: counts.rows,
            day: format.dateTime(new Date(clearedAt), 'day'),
          })}
        </p>
      ) : (
        <section className="grid gap-3">
          <Tabs
            label={t('page.allRows')}
            current={`${path}?show=${show}`}
            tabs={tabs.map(({ key, label, count }) => ({ href: `${path}?show=${key}`, label, count }))}
          />
          <RowList slug={slug} kind={batch.kind} rows={rows.items} finished />
          {rows.next !== null && (
            <div>
              <LinkButton href={`${path}?show=${show}&after=${rows.next}`}>{t('page.more')}</LinkButton>
            </div>
          )}
        </section>
      )}
    </div>
  )
}
