import { exportFigures } from '@/lib/domain/schools/figures/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportFigures)
