import { z } from 'zod'
import { optionalText } from '@/lib/shared/fields'

export const searchInput = z.strictObject({ q: optionalText(200) })

export const foundPerson = z.object({
  kind: z.enum(['student', 'guardian']),
  id: z.string(),
  fullName: z.string(),
  documentType: z.string(),
  documentNumber: z.string(),
  isActive: z.boolean(),
  /** A student's grade and group in the active year. */
  gradeLevel: z.string().nullable(),
  groupCode: z.string().nullable(),
  /** Of a guardian: whom they answer for. */
  children: z.string().nullable(),
})
export type FoundPerson = z.infer<typeof foundPerson>

export const foundPeople = z.object({ items: z.array(foundPerson) })
