import { readFamily } from '@/lib/domain/families/phone/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readFamily, {
  summary: "Read the page of an opened family link: the guardian's children and their papers",
  tags: ['family'],
  audience: 'family',
})
