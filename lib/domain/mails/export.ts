import { ofList, platformTableExport, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { listPlatformMails } from './platform/queries'
import { listMails } from './queries'
import type { MailRow } from './schema'

/** Whom what was written to, and how it went; never what it says, whose links are secrets. */
async function table(locale: string) {
  const t = await translator(locale, 'mails')
  const columns: TableColumn<MailRow>[] = [
    { title: t('to'), read: ({ to }) => to, width: 36 },
    { title: t('subject'), read: ({ subject }) => subject, width: 50 },
    { title: t('state'), read: ({ status }) => t(`status.${status}`), width: 18 },
    { title: t('created'), read: ({ createdAt }) => ({ moment: createdAt }), width: 18 },
    { title: t('sentAt'), read: ({ sentAt }) => ({ moment: sentAt }), width: 18 },
    { title: t('attempts'), read: ({ attempts }) => attempts, width: 10 },
    { title: t('lastError'), read: ({ lastError }) => lastError, width: 40 },
  ]
  return { name: t('fileName'), columns }
}

export const exportMails = tableExport({ name: 'mails.export', action: 'mail.export', ...ofList(listMails, table) })

export const exportPlatformMails = platformTableExport({
  name: 'mails.platformExport',
  action: 'mail.export',
  ...ofList(listPlatformMails, table),
})
