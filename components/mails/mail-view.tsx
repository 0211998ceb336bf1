import { useFormatter, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { MailDetail } from '@/lib/domain/mails/schema'

/** The words of a mail with its addresses as links. */
function MailText({ text }: { text: string }) {
  return (
    <p className="reading whitespace-pre-line break-words">
      {text.split(/(https?:\/\/\S+)/).map((part, index) =>
        index % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one fixed text never move
          <a key={index} href={part} className="link" rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  )
}

export function MailView({ mail }: { mail: MailDetail }) {
  const t = useTranslations('mails')
  const format = useFormatter()
  const moment = (at: string | null) => at && format.dateTime(new Date(at), 'moment')
  return (
    <div className="grid max-w-3xl gap-4">
      <Card>
        <DescriptionList
          items={[
            { term: t('to'), value: mail.to },
            { term: t('created'), value: moment(mail.createdAt) },
            { term: t('sentAt'), value: moment(mail.sentAt) },
            { term: t('attempts'), value: String(mail.attempts) },
          ]}
        />
      </Card>
      {mail.lastError && (
        <Callout tone="danger" title={t('lastError')}>
          {mail.lastError}
        </Callout>
      )}
      {mail.text === null ? (
        <Callout tone="info">{t(mail.status === 'sent' ? 'textGone' : 'textWaits')}</Callout>
      ) : (
        <Card>
          <MailText text={mail.text} />
        </Card>
      )}
    </div>
  )
}
