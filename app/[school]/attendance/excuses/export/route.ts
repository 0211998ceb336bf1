import { exportExcuses } from '@/lib/domain/attendance/excuses/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportExcuses)
