import { exportAudit } from '@/lib/domain/audit/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportAudit)
