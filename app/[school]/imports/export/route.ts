import { exportImports } from '@/lib/domain/imports/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportImports)
