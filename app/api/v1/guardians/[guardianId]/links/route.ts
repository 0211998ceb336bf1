import { createLink } from '@/lib/domain/families/commands'
import { listLinks } from '@/lib/domain/families/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listLinks, { summary: 'List the family links of a guardian', tags: ['families'] })
export const POST = endpoint(createLink, {
  summary: 'Create a family link, by mail, for WhatsApp or as a QR code',
  tags: ['families'],
  status: 201,
})
