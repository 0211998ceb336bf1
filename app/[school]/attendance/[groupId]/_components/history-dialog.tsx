'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { apiHeaders } from '@/components/layout/api-headers'
import { useWhereabouts } from '@/components/layout/person-context'
import { Dialog } from '@/components/ui/dialog'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Timeline } from '@/components/ui/timeline'
import { recordHistory } from '@/lib/domain/attendance/schema'
import { formatMoment } from '@/lib/shared/dates'

type History = z.infer<typeof recordHistory>['items']

/** Who changed a line of the list, from what to what, and why. */
export function HistoryDialog({ recordId, name, onClose }: { recordId: string; name: string; onClose: () => void }) {
  const t = useTranslations('roll')
  const { schoolId } = useWhereabouts()
  const [items, setItems] = useState<History | 'failed'>()

  useEffect(() => {
    fetch(`/api/v1/attendance/records/${recordId}/history`, { headers: apiHeaders(schoolId) })
      .then(async (response) => recordHistory.parse(await response.json()).items)
      .then(setItems, () => setItems('failed'))
  }, [recordId, schoolId])

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('historyTitle', { name })} width={480}>
      {items === undefined && <SkeletonRows rows={2} />}
      {items === 'failed' && <p role="alert">{t('historyFailed')}</p>}
      {Array.isArray(items) && (
        <Timeline
          items={items.map(({ at, by, before, after, reason }) => ({
            id: at,
            text: t('historyLine', {
              by: by ?? t('somebody'),
              before: t(`status.${before ?? 'present'}`),
              after: t(`status.${after}`),
            }),
            when: formatMoment(new Date(at)),
            at,
            ...(reason ? { detail: t('because', { reason }) } : {}),
          }))}
        />
      )}
    </Dialog>
  )
}
