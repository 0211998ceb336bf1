import { readMinutes } from '@/lib/domain/meetings/minutes/queries'
import { download } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readMinutes, {
  summary: 'The minutes of a meeting as PDF, or a draft of them',
  tags: ['meetings'],
  respond: download,
  contentType: 'application/pdf',
})
