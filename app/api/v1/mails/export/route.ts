import { exportMails } from '@/lib/domain/mails/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportMails, {
  summary: "The school's filtered outbox as a file",
  tags: ['mails'],
  ...tableAnswer,
})
