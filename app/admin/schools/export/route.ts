import { exportSchools } from '@/lib/domain/schools/platform/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportSchools)
