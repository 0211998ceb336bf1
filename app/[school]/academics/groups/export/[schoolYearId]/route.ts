import { exportGroups } from '@/lib/domain/academics/groups/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportGroups)
