import { exportCourses } from '@/lib/domain/academics/courses/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportCourses)
