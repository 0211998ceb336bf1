import { readMail } from '@/lib/domain/mails/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readMail, {
  summary: 'Read one mail; its text only while it has not left',
  tags: ['mails'],
})
