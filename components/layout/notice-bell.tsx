'use client'

import { Bell } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useWhereabouts } from './person-context'
import { unreadNotices } from './unread-notices'

const minutesBetween = 2

/** What the person was told and has not read: asked for when a page opens, and from time to time while it is looked at. */
export function NoticeBell({ href }: { href: string }) {
  const t = useTranslations('ui')
  const { schoolId } = useWhereabouts()
  const path = usePathname()
  const [unread, setUnread] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the moment to ask again
  useEffect(() => {
    const ask = () =>
      document.visibilityState === 'visible' &&
      void unreadNotices(schoolId).then((count) => count !== undefined && setUnread(count))
    ask()
    window.addEventListener('notices:read', ask)
    const timer = setInterval(ask, minutesBetween * 60_000)
    return () => {
      window.removeEventListener('notices:read', ask)
      clearInterval(timer)
    }
  }, [schoolId, path])
  const label = t('notices', { count: unread })
  return (
    <a href={href} className="btn btn-ghost btn-icon hit relative" aria-label={label} title={label}>
      <Bell aria-hidden="true" />
      {unread > 0 && (
        <span aria-hidden="true" className="notice-count nums">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </a>
  )
}
