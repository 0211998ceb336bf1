'use client'

import { apiHeaders } from '@/components/layout/api-headers'
import { useWhereabouts } from '@/components/layout/person-context'
import { announceRead } from '@/components/layout/unread-notices'

export type ShownNotice = { id: string; text: string; href: string; when: string; at: string; isRead: boolean }

/** Following a notice is reading it: that is said beside the way there, and does not hold it up. */
export function NoticeList({ notices, label }: { notices: readonly ShownNotice[]; label: string }) {
  const { schoolId } = useWhereabouts()
  const read = ({ id, isRead }: ShownNotice) => {
    if (isRead) return
    const headers = { ...apiHeaders(schoolId), 'content-type': 'application/json' }
    const body = JSON.stringify({ ids: [id] })
    void fetch('/api/v1/notifications/read', { method: 'POST', keepalive: true, headers, body })
      .then(announceRead)
      .catch(() => {})
  }
  return (
    <ul className="card divide-y divide-border">
      {notices.map((notice) => (
        <li key={notice.id}>
          <a
            href={notice.href}
            onClick={() => read(notice)}
            onAuxClick={() => read(notice)}
            className="grid grid-cols-[1rem_1fr] items-baseline gap-x-2 px-4 py-3 hover:bg-surface-2 md:grid-cols-[1rem_1fr_auto]"
          >
            <span className={notice.isRead ? undefined : 'size-2 rounded-full bg-accent-ink'}>
              {!notice.isRead && <span className="sr-only">{label}</span>}
            </span>
            <span className={notice.isRead ? undefined : 'font-medium'}>{notice.text}</span>
            <time dateTime={notice.at} className="nums text-sm text-muted max-md:col-start-2">
              {notice.when}
            </time>
          </a>
        </li>
      ))}
    </ul>
  )
}
