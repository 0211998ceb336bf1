import { exportPeople } from '@/lib/domain/people/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportPeople)
