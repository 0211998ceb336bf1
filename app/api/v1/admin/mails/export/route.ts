import { exportPlatformMails } from '@/lib/domain/mails/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportPlatformMails, {
  summary: "The platform's filtered outbox as a file",
  tags: ['admin'],
  ...tableAnswer,
})
