import { z } from 'zod'
import { idField } from '@/lib/shared/fields'
import { fileOffer } from '../../../enrollments/documents/schema'

export const offerExcuseFileInput = z.strictObject(fileOffer)
export const confirmExcuseFileInput = z.strictObject({ fileId: idField })
export const openExcuseFileInput = z.strictObject({ excuseId: idField })
export const openedExcuseFile = z.object({ url: z.url(), fileName: z.string(), contentType: z.string() })
