import { readRolloverWork } from '@/lib/domain/rollovers/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readRolloverWork, {
  summary: 'Students for whom a run has something to do',
  tags: ['rollovers'],
})
