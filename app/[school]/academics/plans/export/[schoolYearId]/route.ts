import { exportPlans } from '@/lib/domain/academics/plans/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportPlans)
