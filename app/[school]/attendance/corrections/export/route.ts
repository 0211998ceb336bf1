import { exportCorrections } from '@/lib/domain/attendance/corrections/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportCorrections)
