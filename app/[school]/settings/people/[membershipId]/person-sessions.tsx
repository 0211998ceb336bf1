'use client'

import { useTranslations } from 'next-intl'
import { SessionList, type ShownSession } from '@/components/account/session-list'
import { Card } from '@/components/ui/card'
import { endSessionOfPersonAction, endSessionsOfPersonAction } from '../actions'

type Props = { slug: string; membershipId: string; sessions: ShownSession[] }

export function PersonSessions({ slug, membershipId, sessions }: Props) {
  const t = useTranslations('people')
  if (sessions.length === 0)
    return (
      <Card>
        <p className="text-muted">{t('noSessions')}</p>
      </Card>
    )
  const own = sessions.some(({ current }) => current)
  return (
    <SessionList
      sessions={sessions}
      end={(sessionId) => endSessionOfPersonAction(slug, { membershipId, sessionId })}
      endMany={own ? undefined : { label: t('endAll'), run: () => endSessionsOfPersonAction(slug, { membershipId }) }}
    />
  )
}
