import { exportGroupCards } from '@/lib/domain/report-cards/batch/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportGroupCards)
