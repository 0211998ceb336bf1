import { startRollover } from '@/lib/domain/rollovers/commands'
import { listRollovers } from '@/lib/domain/rollovers/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listRollovers, {
  summary: 'List the roll-overs from one year to the next',
  tags: ['rollovers'],
})
export const POST = endpoint(startRollover, {
  summary: 'Begin a roll-over; without a target year the next one is created',
  tags: ['rollovers'],
  status: 201,
})
