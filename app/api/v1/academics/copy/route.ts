import { copyStructure } from '@/lib/domain/academics/copy/commands'
import { previewCopy } from '@/lib/domain/academics/copy/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(previewCopy, { summary: 'What copying a year’s structure would add', tags: ['academics'] })
export const POST = endpoint(copyStructure, {
  summary: 'Copy a year’s structure to a year in planning; safe to repeat',
  tags: ['academics'],
})
