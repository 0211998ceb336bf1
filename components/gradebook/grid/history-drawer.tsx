'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { apiHeaders } from '@/components/layout/api-headers'
import { useWhereabouts } from '@/components/layout/person-context'
import { Callout } from '@/components/ui/callout'
import { Sheet } from '@/components/ui/sheet'
import { Spinner } from '@/components/ui/spinner'
import { Timeline } from '@/components/ui/timeline'
import { showCell } from '@/lib/domain/gradebook/scores/rules'
import type { scoreHistory } from '@/lib/domain/gradebook/scores/schema'
import { formatMoment } from '@/lib/shared/dates'

type Items = ReturnType<typeof scoreHistory.parse>['items']

export type HistoryOf = { activityId: string; enrollmentId: string; title: string }

/** Who wrote what into a cell, and when. */
export function HistoryDrawer({ of, onClose }: { of: HistoryOf | null; onClose: () => void }) {
  const t = useTranslations('scoreGrid')
  const comma = useLocale().startsWith('es')
  const { schoolId } = useWhereabouts()
  const [items, setItems] = useState<Items | 'loading' | 'failed'>('loading')
  useEffect(() => {
    if (!of) return
    const controller = new AbortController()
    setItems('loading')
    const query = new URLSearchParams({ activityId: of.activityId, enrollmentId: of.enrollmentId })
    fetch(`/api/v1/gradebook/scores/history?${query}`, { headers: apiHeaders(schoolId), signal: controller.signal })
      // A cell that was never written has no history yet.
      .then(async (answer) => (answer.status === 404 ? { items: [] } : answer.ok ? answer.json() : Promise.reject()))
      .then((found: { items: Items }) => setItems(found.items))
      .catch(() => controller.signal.aborted || setItems('failed'))
    return () => controller.abort()
  }, [of, schoolId])
  const show = (value: Items[number]['after'] | null) => (value && showCell(value, comma)) || t('blank')
  return (
    <Sheet open={of !== null} onOpenChange={(open) => open || onClose()} title={t('history')} description={of?.title}>
      {items === 'loading' && <Spinner />}
      {items === 'failed' && <Callout tone="danger">{t('historyFailed')}</Callout>}
      {Array.isArray(items) && items.length === 0 && <p className="text-muted">{t('historyEmpty')}</p>}
      {Array.isArray(items) && (
        <Timeline
          items={items.map(({ id, at, by, before, after, source }) => ({
            id,
            at,
            when: formatMoment(new Date(at)),
            text: t(before ? 'historyChanged' : 'historyWritten', {
              name: by ?? t('somebody'),
              before: show(before),
              after: show(after),
            }),
            detail: source === 'grid' ? undefined : t(`source.${source}`),
          }))}
        />
      )}
    </Sheet>
  )
}
