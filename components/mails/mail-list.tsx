import { Mail } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { Callout } from '@/components/ui/callout'
import { Pagination } from '@/components/ui/pagination'
import { type MailRow, mailStatuses } from '@/lib/domain/mails/schema'
import { mailTones } from './mail-tones'

type Props = {
  path: string
  params: Record<string, string>
  items: readonly MailRow[]
  next: string | null
  /** Whether there is a mail server. */
  delivers: boolean
}

/** An outbox, newest first; without a mail server it is also where the mails are read. */
export function MailList({ path, params, items, next, delivers }: Props) {
  const t = useTranslations('mails')
  const format = useFormatter()
  const filtered = Object.keys(params).length > 0
  return (
    <>
      {!delivers && (
        <Callout tone="warning" title={t('noServerTitle')} className="mb-4">
          {t('noServerText')}
        </Callout>
      )}
      <FilterBar
        path={path}
        params={params}
        search={{ name: 'to', label: t('search') }}
        filters={[
          {
            name: 'status',
            label: t('state'),
            options: mailStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          },
        ]}
      />
      {items.length === 0 ? (
        <EmptyState icon={<Mail aria-hidden="true" />} title={filtered ? t('noneFound') : t('emptyTitle')}>
          {filtered ? t('noneFoundText') : t('emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('title')}
          columns={[
            { key: 'subject', header: t('subject'), sub: 'to' },
            { key: 'status', header: t('state'), kind: 'badge' },
            { key: 'at', header: t('created'), muted: true },
          ]}
          rows={items.map((mail) => ({
            id: mail.id,
            href: `${path}/${mail.id}`,
            cells: {
              subject: mail.subject,
              to: mail.to,
              status: { tone: mailTones[mail.status], text: t(`status.${mail.status}`) },
              at: format.dateTime(new Date(mail.createdAt), 'moment'),
            },
          }))}
        />
      )}
      <Pagination next={next} />
    </>
  )
}
