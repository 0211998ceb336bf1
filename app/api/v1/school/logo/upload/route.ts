import { prepareLogo } from '@/lib/domain/schools/branding/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(prepareLogo, {
  summary: 'Get a ticket to upload a logo to the store',
  tags: ['school'],
  status: 201,
})
