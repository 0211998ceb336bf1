import { openExcuseFile } from '@/lib/domain/attendance/excuses/files/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(openExcuseFile, { summary: "An address to see an excuse's paper", tags: ['attendance'] })
