import { z } from 'zod'

export const minutesFile = z.object({ fileName: z.string(), contentType: z.string(), content: z.string() })

export const signedMinutes = z.object({ id: z.uuid(), version: z.number(), number: z.string() })
