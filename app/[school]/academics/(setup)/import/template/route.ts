import { importTemplate } from '@/lib/domain/academics/import/queries'
import { fileDoor } from '@/lib/platform/file-door'

export const GET = fileDoor(importTemplate, (sent) => ({ kind: 'plan', ...sent }))
