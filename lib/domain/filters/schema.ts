import { z } from 'zod'
import { idField, requiredText } from '@/lib/shared/fields'

const list = z
  .string({ error: 'validation.required' })
  .max(100, { error: 'validation.tooLong' })
  .regex(/^[a-z][a-z/-]*$/, { error: 'validation.invalid' })

export const listFiltersInput = z.strictObject({ list })

export const saveFilterInput = z.strictObject({
  list,
  name: requiredText(60),
  query: z
    .string({ error: 'validation.required' })
    .min(1, { error: 'validation.required' })
    .max(1000, { error: 'validation.tooLong' }),
})

export const removeFilterInput = z.strictObject({ filterId: idField })

export const savedFilter = z.object({ id: z.string(), name: z.string(), query: z.string() })
export type SavedFilter = z.infer<typeof savedFilter>

export const savedFilters = z.object({ items: z.array(savedFilter) })
