import { saveNumbering } from '@/lib/domain/papers/numbering/commands'
import { readNumbering } from '@/lib/domain/papers/numbering/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readNumbering, { summary: 'Read the series of the school’s papers', tags: ['school'] })
export const PATCH = endpoint(saveNumbering, {
  summary: 'Change prefixes and next numbers of papers',
  tags: ['school'],
})
