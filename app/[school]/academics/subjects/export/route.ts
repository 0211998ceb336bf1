import { exportSubjects } from '@/lib/domain/academics/subjects/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportSubjects)
