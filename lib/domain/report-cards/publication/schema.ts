import { z } from 'zod'
import { idField } from '@/lib/shared/fields'

/** Cards of a period, or the final reports of a year. */
export const publishCardsInput = z.strictObject({ yearId: idField, periodId: idField.nullish() })
export const publishedCards = z.object({ cards: z.number(), families: z.number(), jobId: z.uuid().nullable() })
