import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { mailTones } from '@/components/mails/mail-tones'
import { MailView } from '@/components/mails/mail-view'
import { ResendButton } from '@/components/mails/resend-button'
import { StatusBadge } from '@/components/ui/badge'
import { readPlatformMail } from '@/lib/domain/mails/platform/queries'
import { orNotFound, platformPageContext } from '@/lib/platform/page'
import { resendPlatformMailAction } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mails'))('one') }
}

export default async function PlatformMailPage({ params }: { params: Promise<{ mailId: string }> }) {
  const [ctx, { mailId }] = await Promise.all([platformPageContext(), params])
  const [mail, t] = await Promise.all([orNotFound(readPlatformMail.run(ctx, { mailId })), getTranslations('mails')])
  const canResend = mail.delivers && (mail.status === 'failed' || mail.status === 'kept')
  return (
    <>
      <PageHeader
        title={mail.subject}
        badge={<StatusBadge tone={mailTones[mail.status]}>{t(`status.${mail.status}`)}</StatusBadge>}
        crumbs={[{ label: t('title'), href: '/admin/mails' }]}
        action={
          canResend && (
            <ResendButton
              label={t('resend')}
              said={t('resent')}
              offline={t('offline')}
              resend={resendPlatformMailAction.bind(null, { mailId })}
            />
          )
        }
      />
      <MailView mail={mail} />
    </>
  )
}
