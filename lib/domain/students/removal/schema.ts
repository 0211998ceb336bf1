import { z } from 'zod'
import { idField, requiredText, versionField } from '@/lib/shared/fields'

export const removeStudentInput = z.strictObject({
  studentId: idField,
  version: versionField,
  reason: requiredText(500),
})

export const removedStudent = z.object({ studentId: z.string(), files: z.number() })
