import { exportSummary } from '@/lib/domain/attendance/summary/export'
import { fileDoor } from '@/lib/platform/file-door'
import { spanOf } from '../span'

export const GET = fileDoor(exportSummary, (sent) => ({ ...sent, ...spanOf(sent) }))
