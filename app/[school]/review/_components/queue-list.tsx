'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { ReviewItem } from './review-item'

/** Children in the order of their oldest document. */
function byChild(items: ReviewItem[]): ReviewItem[][] {
  const groups = new Map<string, ReviewItem[]>()
  for (const item of items) groups.set(item.enrollmentId, [...(groups.get(item.enrollmentId) ?? []), item])
  return [...groups.values()]
}

type QueueListProps = {
  items: ReviewItem[]
  currentId: string | undefined
  onSelect: (item: ReviewItem) => void
}

/** What waits, by child, the oldest first. */
export function QueueList({ items, currentId, onSelect }: QueueListProps) {
  const t = useTranslations('review')
  const groups = byChild(items)
  return (
    <nav aria-label={t('queue')} className="card max-h-[calc(100dvh-15rem)] overflow-y-auto not-lg:max-h-none">
      {groups.map((group) => (
        <section key={group[0]?.enrollmentId} className="border-b border-border last:border-b-0">
          <h2 className="px-3 pt-2 pb-1">
            <span className="block truncate font-semibold">{group[0]?.student}</span>
            <span className="block text-xs font-normal text-muted">
              {group[0]?.place} · {group[0]?.waiting}
            </span>
          </h2>
          <ul className="pb-1">
            {group.map((item) => (
              <QueueRow
                key={item.documentId}
                item={item}
                current={item.documentId === currentId}
                onSelect={() => onSelect(item)}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function QueueRow({ item, current, onSelect }: { item: ReviewItem; current: boolean; onSelect: () => void }) {
  const row = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <li>
      <button
        ref={row}
        type="button"
        aria-current={current ? 'true' : undefined}
        onClick={onSelect}
        title={item.name}
        className={`flex min-h-(--row) w-full items-center px-3 py-1 text-left ${
          current ? 'bg-accent-soft text-accent-ink' : 'hover:bg-surface-2'
        }`}
      >
        <span className="min-w-0 truncate">{item.name}</span>
      </button>
    </li>
  )
}
