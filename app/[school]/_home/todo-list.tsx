import { ChevronRight, CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/layout/empty-state'
import { Badge } from '@/components/ui/badge'
import type { Todo } from '@/lib/domain/dashboard/schema'

type Key = Todo['items'][number]['key']

const places: Partial<Record<Key, string>> = {
  documentsToReview: '/review',
  activitiesToMark: '/gradebook',
  coursesToHandIn: '/gradebook',
  correctionsWaiting: '/attendance/corrections',
  excusesWaiting: '/attendance/excuses',
  meetingsOpen: '/meetings',
  periodsToClose: '/closing',
}

/** Where a line leads: to its own page, or to the list of enrollments with the filter that gives the same count. */
const target = (home: string, key: Key) => home + (places[key] ?? `/enrollments?waiting=${key}`)

/** What waits for this person, one line each, the count first. */
export function TodoList({ home, items }: { home: string; items: Todo['items'] }) {
  const t = useTranslations('home.todo')
  if (items.length === 0)
    return (
      <EmptyState icon={<CircleCheck aria-hidden="true" />} title={t('nothingTitle')}>
        {t('nothingText')}
      </EmptyState>
    )
  return (
    <ul className="card divide-y divide-border">
      {items.map(({ key, count }) => (
        <li key={key}>
          <Link
            href={target(home, key)}
            className="flex min-h-(--control) items-center gap-3 px-4 py-2 hover:bg-surface-2 [&_svg]:size-4 [&_svg]:flex-none [&_svg]:text-muted"
          >
            <span className="nums min-w-10 text-right text-lg font-semibold">{count}</span>
            <span className="min-w-0 flex-1">{t(key, { count })}</span>
            {key === 'commitmentsOverdue' && <Badge tone="danger">{t('urgent')}</Badge>}
            <ChevronRight aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
