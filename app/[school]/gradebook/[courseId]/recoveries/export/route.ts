import { exportRecoveries } from '@/lib/domain/evaluation/recoveries/course/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportRecoveries, ({ courseId, ...sent }) => ({ ...sent, courseOfferingId: courseId }))
