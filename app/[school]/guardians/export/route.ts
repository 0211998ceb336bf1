import { exportGuardians } from '@/lib/domain/guardians/export'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(exportGuardians)
