'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { toast } from '@/components/ui/toast'
import type { MergeList } from '@/lib/domain/merges/schema'
import { unmergeRecordsAction } from '../actions'

/** What was merged into this record, with the way back while there is one. */
export function MergeHistory({ slug, items }: { slug: string; items: MergeList['items'] }) {
  const t = useTranslations('merges')
  const format = useFormatter()
  const router = useRouter()
  const { call, pending } = useCall()
  if (items.length === 0) return null
  const undo = (mergeId: string) =>
    call(
      () => unmergeRecordsAction(slug, { mergeId }),
      () => {
        toast({ tone: 'ok', text: t('undone') })
        router.refresh()
      },
    )
  return (
    <Section title={t('history')}>
      <ul className="divide-y divide-border">
        {items.map(({ id, lostName, by, at, undoneAt, undoUntil }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span>
              {t('line', { lost: lostName, by: by ?? '—', at: format.dateTime(new Date(at), 'moment') })}
              <span className="block text-sm text-muted">
                {undoneAt
                  ? t('undoneAt')
                  : undoUntil && t('until', { until: format.dateTime(new Date(undoUntil), 'day') })}
              </span>
            </span>
            {undoUntil && (
              <Button size="sm" loading={pending} onClick={() => undo(id)}>
                {t('undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
