import { exportRequirements } from '@/lib/domain/requirements/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportRequirements)
