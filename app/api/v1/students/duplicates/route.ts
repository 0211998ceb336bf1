import { findDuplicates } from '@/lib/domain/students/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(findDuplicates, {
  summary: 'Students who may be the same child as the one described',
  tags: ['students'],
})
