import { exportMeetings } from '@/lib/domain/meetings/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportMeetings)
