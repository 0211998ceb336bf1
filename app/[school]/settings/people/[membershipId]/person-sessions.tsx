'use client'

import { useTranslations } from 'next-intl'
import { SessionList, type ShownSession } from '@/components/account/session-list'
import { Card } from '@/components/ui/card'
import { endSessionOfPersonAction, endSessionsOfPersonAction } from '../actions'

type Props = { slug: string; membershipId: string; isOwn: boolean; sessions: ShownSession[] }

/** Where a member is signed in. The own sessions are looked after in the own account, which knows this one from the others. */
export function PersonSessions({ slug, membershipId, isOwn, sessions }: Props) {
  const t = useTranslations('people')
  if (isOwn)
    return (
      <Card>
        <p>
          {t('ownSessions', { count: sessions.length })}{' '}
          <a className="link" href="/account">
            {t('toAccount')}
          </a>
        </p>
      </Card>
    )
  if (sessions.length === 0)
    return (
      <Card>
        <p className="text-muted">{t('noSessions')}</p>
      </Card>
    )
  return (
    <SessionList
      sessions={sessions}
      end={(sessionId) => endSessionOfPersonAction(slug, { membershipId, sessionId })}
      endMany={{ label: t('endAll'), run: () => endSessionsOfPersonAction(slug, { membershipId }) }}
    />
  )
}
