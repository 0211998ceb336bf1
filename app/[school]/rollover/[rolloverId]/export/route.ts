import { exportRolloverStudents } from '@/lib/domain/rollovers/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportRolloverStudents)
