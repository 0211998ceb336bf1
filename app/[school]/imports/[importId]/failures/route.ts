import { importFailures } from '@/lib/domain/imports/rows/queries'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(importFailures)
