import { readMinutes } from '@/lib/domain/meetings/minutes/queries'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(readMinutes)
