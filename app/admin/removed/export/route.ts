import { exportPurges } from '@/lib/domain/schools/removal/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportPurges)
