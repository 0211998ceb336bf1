import { exportReviewQueue } from '@/lib/domain/enrollments/documents/review/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportReviewQueue)
