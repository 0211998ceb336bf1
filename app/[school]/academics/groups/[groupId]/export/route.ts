import { exportGroupStudents } from '@/lib/domain/academics/placements/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportGroupStudents, ({ groupId, ...sent }) => ({ ...sent, classGroupId: groupId }))
