import { exportStudents } from '@/lib/domain/students/export'
import { fileDoor } from '@/lib/platform/file-door'
import { listInput } from '../_components/list-input'

export const GET = fileDoor(exportStudents, ({ format, ...sent }) => ({ ...listInput(sent), format }))
