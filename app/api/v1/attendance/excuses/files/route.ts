import { offerExcuseFile } from '@/lib/domain/attendance/excuses/files/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(offerExcuseFile, {
  summary: "Ask where an excuse's paper may be put",
  tags: ['attendance'],
  status: 201,
})
