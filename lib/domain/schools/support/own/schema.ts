import { z } from 'zod'
import { idField, optionalText } from '@/lib/shared/fields'
import { supportVisit } from '../schema'

/** A visit as the school that is visited sees it. */
export const visit = supportVisit.omit({ isMine: true })
export type Visit = z.infer<typeof visit>
export const visitList = z.object({ items: z.array(visit) })

export const endVisitInput = z.strictObject({
  visitId: idField,
  /** What the visitor is told, who is out at once. */
  note: optionalText(300).optional(),
})
