import { z } from 'zod'
import { fileOffer } from '@/lib/domain/enrollments/documents/schema'
import { idField } from '@/lib/shared/fields'

export const offerActivityFileInput = z.strictObject({ activityId: idField, ...fileOffer })
export const activityFileInput = z.strictObject({ activityId: idField, storedFileId: idField })
export const fileAddress = z.object({ url: z.string(), fileName: z.string(), contentType: z.string() })
export const removedFile = z.object({ id: z.string() })
