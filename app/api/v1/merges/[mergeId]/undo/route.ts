import { unmergeRecords } from '@/lib/domain/merges/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(unmergeRecords, { summary: 'Make one record two again', tags: ['merges'] })
