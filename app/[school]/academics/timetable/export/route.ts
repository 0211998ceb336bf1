import { exportWeek } from '@/lib/domain/academics/timetable/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportWeek)
