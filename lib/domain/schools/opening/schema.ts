import { z } from 'zod'
import { idField, requiredText } from '@/lib/shared/fields'
import { createSchoolInput } from '../schema'

/** What a school can begin with from another one: how it works, never who is in it. */
export const copyParts = ['settings', 'requirements', 'consents', 'structure', 'evaluation'] as const
export type CopyPart = (typeof copyParts)[number]

export const openSchoolInput = createSchoolInput.extend({
  copy: z
    .strictObject({
      schoolId: idField,
      parts: z.array(z.enum(copyParts)).min(1, { error: 'validation.choose' }).max(copyParts.length),
    })
    .nullish(),
})
export type OpenSchoolInput = z.input<typeof openSchoolInput>

export const checkSlugInput = z.strictObject({ slug: requiredText(60) })

/** Whether an address may be taken; `problem` is a sentence's key. */
export const slugVerdict = z.object({ slug: z.string(), free: z.boolean(), problem: z.string().nullable() })

export const copySources = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), calendar: z.string(), sector: z.string() })),
})
