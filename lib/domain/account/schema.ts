import { z } from 'zod'

export const signInInput = z.strictObject({
  email: z.string().trim().toLowerCase().max(255),
  password: z.string().max(256),
})

export const signedIn = z.object({ userId: z.uuid(), sessionId: z.uuid(), secret: z.string() })
