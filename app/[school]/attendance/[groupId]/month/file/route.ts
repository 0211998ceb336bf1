import { exportMonth } from '@/lib/domain/attendance/month/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportMonth, ({ groupId, ...sent }) => ({ ...sent, classGroupId: groupId }))
