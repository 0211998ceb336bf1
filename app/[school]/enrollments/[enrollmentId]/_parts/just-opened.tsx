import { useTranslations } from 'next-intl'
import { type CreateLinkAction, SendLink } from '@/components/families/send-link'
import { Callout } from '@/components/ui/callout'
import type { EnrollmentDetail } from '@/lib/domain/enrollments/schema'

type JustOpenedProps = {
  school: string
  /** First name of the child. */
  name: string
  /** Who is called first. */
  guardian: EnrollmentDetail['guardians'][number] | undefined
  send?: CreateLinkAction
}

/** What comes right after enrolling: the family gets its link. */
export function JustOpened({ school, name, guardian, send }: JustOpenedProps) {
  const t = useTranslations('enrollments.detail')
  return (
    <Callout
      tone="ok"
      title={t('openedTitle', { name })}
      actions={
        send &&
        guardian && (
          <SendLink
            school={school}
            guardian={{ id: guardian.id, name: guardian.fullName, email: guardian.email }}
            action={send}
            variant="primary"
          />
        )
      }
    >
      {t('openedText')}
    </Callout>
  )
}
