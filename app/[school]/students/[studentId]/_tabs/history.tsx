import { getTranslations } from 'next-intl/server'
import { AuditTimeline } from '@/components/audit/audit-timeline'
import { EmptyState } from '@/components/layout/empty-state'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { historyOfRecord } from '@/lib/domain/audit/queries'
import { orNotFound } from '@/lib/platform/page'
import { type TabGiven, tabHref } from './tabs'

export async function historyTab({ ctx, studentId, path, cursor }: TabGiven) {
  const [{ items, nextCursor }, t] = await Promise.all([
    orNotFound(
      historyOfRecord.run(ctx, { entity: 'student', entityId: studentId, limit: 30, ...(cursor ? { cursor } : {}) }),
    ),
    getTranslations('students'),
  ])
  if (items.length === 0) return <EmptyState title={t('history.emptyTitle')}>{t('history.emptyText')}</EmptyState>
  const here = tabHref(path, 'history')
  return (
    <Card className="max-w-3xl">
      <AuditTimeline lines={items} />
      {(cursor || nextCursor) && (
        <div className="mt-4 flex gap-2" data-print="hide">
          {cursor && <LinkButton href={here}>{t('history.newest')}</LinkButton>}
          {nextCursor && <LinkButton href={`${here}&cursor=${nextCursor}`}>{t('history.older')}</LinkButton>}
        </div>
      )}
    </Card>
  )
}
