import { exportPlatformMails } from '@/lib/domain/mails/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportPlatformMails)
