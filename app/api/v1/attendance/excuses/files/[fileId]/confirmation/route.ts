import { confirmExcuseFile } from '@/lib/domain/attendance/excuses/files/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(confirmExcuseFile, { summary: 'Say that the paper is there', tags: ['attendance'] })
