import { exportPapers } from '@/lib/domain/papers/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportPapers)
