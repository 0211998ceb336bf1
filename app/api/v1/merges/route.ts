import { mergeRecords } from '@/lib/domain/merges/commands'
import { listMerges } from '@/lib/domain/merges/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listMerges, { summary: 'List records that were merged', tags: ['merges'] })
export const POST = endpoint(mergeRecords, {
  status: 201,
  summary: 'Make two records of one child or guardian one',
  tags: ['merges'],
})
