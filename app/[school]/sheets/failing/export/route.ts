import { exportFailing } from '@/lib/domain/sheets/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportFailing)
