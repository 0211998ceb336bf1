import { exportJobs } from '@/lib/domain/jobs/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportJobs)
