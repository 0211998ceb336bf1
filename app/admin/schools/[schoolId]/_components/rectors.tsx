import { getTranslations } from 'next-intl/server'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import type { SchoolOverview } from '@/lib/domain/schools/platform/schema'
import { ResendInvitation } from './resend-invitation'
import { ResetFactor } from './reset-factor'

/** The rectors, and whether they have come in yet. */
export async function Rectors({ school: { id, rectors } }: { school: SchoolOverview }) {
  const t = await getTranslations('admin')
  return (
    <Section title={t('rectors')} actions={<ResetFactor />}>
      <ul className="grid gap-3">
        {rectors.map(({ membershipId, name, email, isActive, hasAccepted, hasSecondFactor }) => (
          <li key={membershipId} className="flex flex-wrap items-center justify-between gap-2">
            <span className="min-w-0">
              <span className="font-medium">{name}</span>
              <span className="block truncate text-sm text-muted">{email}</span>
            </span>
            <span className="flex flex-wrap items-center gap-2">
              <StatusBadge tone={!isActive ? 'neutral' : hasAccepted ? 'ok' : 'info'}>
                {t(!isActive ? 'noAccess' : hasAccepted ? 'accepted' : 'invited')}
              </StatusBadge>
              {isActive && !hasAccepted && <ResendInvitation schoolId={id} membershipId={membershipId} />}
              {isActive && hasSecondFactor && <ResetFactor person={{ name, email }} />}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
