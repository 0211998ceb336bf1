import { z } from 'zod'
import { idField, requiredText } from '@/lib/shared/fields'
import { handingStatuses } from '../scores/schema'

export const handInInput = z.strictObject({ courseId: idField, periodId: idField })
export const giveBackInput = handInInput.extend({ note: requiredText(500) })
export const handedIn = z.object({ status: z.enum(handingStatuses), version: z.number().int() })
