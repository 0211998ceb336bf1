'use client'

import { useTranslations } from 'next-intl'
import { SessionList, type ShownSession } from '@/components/account/session-list'
import { endOtherSessionsAction, endOwnSessionAction } from '../actions'

export function SessionsTable({ sessions }: { sessions: ShownSession[] }) {
  const t = useTranslations('account')
  return (
    <SessionList
      sessions={sessions}
      end={(sessionId) => endOwnSessionAction({ sessionId })}
      endMany={sessions.length > 1 ? { label: t('endOthers'), run: () => endOtherSessionsAction({}) } : undefined}
    />
  )
}
