import { exportEnrollments } from '@/lib/domain/enrollments/export'
import { fileDoor } from '@/lib/platform/file-door'
import { filterOf } from '../_list/params'

export const GET = fileDoor(exportEnrollments, ({ format, ...sent }) => ({ ...filterOf(sent), format }))
