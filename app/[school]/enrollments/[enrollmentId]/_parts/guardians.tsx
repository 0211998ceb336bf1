import { Mail, Phone } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type CreateLinkAction, SendLink } from '@/components/families/send-link'
import { Badge } from '@/components/ui/badge'
import type { EnrollmentDetail } from '@/lib/domain/enrollments/schema'
import { relationships } from '@/lib/domain/guardians/schema'
import { relativeTime } from '@/lib/shared/dates'
import { showPhone } from '@/lib/shared/phone'

const labelled = (code: string) => relationships.find((relationship) => relationship === code)

type Guardian = EnrollmentDetail['guardians'][number]

function LinkState({ link, now }: { link: Guardian['link']; now: Date }) {
  const t = useTranslations('enrollments.detail')
  const locale = useLocale()
  const ago = (moment: string) => relativeTime(new Date(moment), now, locale)
  if (!link) return t('linkNone')
  if (link.lastUsedAt) return t('linkOpened', { when: ago(link.lastUsedAt) })
  if (link.revokedAt) return t('linkRevoked')
  return new Date(link.expiresAt) < now ? t('linkExpired') : t('linkSent', { when: ago(link.createdAt) })
}

type GuardiansProps = {
  school: string
  guardians: readonly Guardian[]
  now: Date
  /** For who may send links. */
  send?: CreateLinkAction
}

/** Whom to call, in order, and what became of the link of each. Put it inside ClientMessages with `families`. */
export function Guardians({ school, guardians, now, send }: GuardiansProps) {
  const t = useTranslations('enrollments.detail')
  const kin = useTranslations('guardians.relationship')
  return (
    <ul className="divide-y divide-border">
      {guardians.map((guardian) => {
        const relationship = labelled(guardian.relationship)
        return (
          <li key={guardian.id} className="grid gap-0.5 py-2 first:pt-0 last:pb-0">
            <span className="flex flex-wrap items-center gap-x-2">
              <Link href={`/${school}/guardians/${guardian.id}`} className="font-medium hover:underline">
                {guardian.fullName}
              </Link>
              {guardian.isPrimary && <Badge tone="accent">{t('primary')}</Badge>}
            </span>
            <span className="text-sm text-muted">
              {[
                relationship ? kin(relationship) : guardian.relationship,
                guardian.canPickup && t('pickup'),
                guardian.isEmergencyContact && t('emergency'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="flex flex-wrap gap-x-4 text-sm [&_svg]:mr-1.5 [&_svg]:inline [&_svg]:size-4 [&_svg]:text-muted">
              {guardian.phone && (
                <a href={`tel:${guardian.phone}`} aria-label={t('call', { name: guardian.fullName })} className="nums">
                  <Phone aria-hidden="true" />
                  {showPhone(guardian.phone)}
                </a>
              )}
              {guardian.email && (
                <a href={`mailto:${guardian.email}`} className="min-w-0 truncate">
                  <Mail aria-hidden="true" />
                  {guardian.email}
                </a>
              )}
            </span>
            <span className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
              <LinkState link={guardian.link} now={now} />
              {send && (
                <SendLink
                  school={school}
                  guardian={{ id: guardian.id, name: guardian.fullName, email: guardian.email }}
                  action={send}
                />
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
