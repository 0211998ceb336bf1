import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { mailTones } from '@/components/mails/mail-tones'
import { MailView } from '@/components/mails/mail-view'
import { ResendButton } from '@/components/mails/resend-button'
import { StatusBadge } from '@/components/ui/badge'
import { readMail } from '@/lib/domain/mails/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../../_components/settings-header'
import { resendMailAction } from '../actions'

type Props = { params: Promise<{ school: string; mailId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mails'))('one') }
}

export default async function MailPage({ params }: Props) {
  const [ctx, { mailId }] = await Promise.all([pageContext(params), params])
  const [mail, t] = await Promise.all([orNotFound(readMail.run(ctx, { mailId })), getTranslations('mails')])
  const { slug } = ctx.school
  const canResend = mail.delivers && (mail.status === 'failed' || mail.status === 'kept')
  return (
    <>
      <SettingsHeader
        ctx={ctx}
        title={mail.subject}
        badge={<StatusBadge tone={mailTones[mail.status]}>{t(`status.${mail.status}`)}</StatusBadge>}
        under={[{ label: t('title'), href: `/${slug}/settings/mails` }]}
        action={
          canResend && (
            <ResendButton
              label={t('resend')}
              said={t('resent')}
              offline={t('offline')}
              resend={resendMailAction.bind(null, slug, { mailId })}
            />
          )
        }
      />
      <MailView mail={mail} />
    </>
  )
}
