import { ClientMessages } from '@/components/layout/client-messages'
import type { SchoolContext, Support } from '@/lib/platform/context'
import { endSupportAction } from '../../admin/actions'
import { SupportBanner } from './support-banner'

type Props = { school: SchoolContext['school']; support: Support }

/** On every page of the school while a superadmin visits: who looks over a shoulder sees it too. */
export function SupportNotice({ school, support: { grantId, reason, mode, until } }: Props) {
  return (
    <ClientMessages namespaces={['support']}>
      <SupportBanner
        school={school.name}
        reason={reason}
        mode={mode}
        until={until.toISOString()}
        backTo={`/admin/support/${school.slug}`}
        end={endSupportAction.bind(null, { schoolId: school.id, grantId })}
      />
    </ClientMessages>
  )
}
