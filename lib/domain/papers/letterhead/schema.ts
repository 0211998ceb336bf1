import { z } from 'zod'

const text = z.string().nullable()

/** The school as a paper of its day names it; part of what is signed. */
export const letterhead = z.object({
  name: z.string(),
  nit: text,
  dane: text,
  resolution: text,
  city: text,
  address: text,
  phone: text,
  email: text,
})
export type Letterhead = z.infer<typeof letterhead>

export const signer = z.object({
  name: z.string(),
  role: z.enum(['rector', 'coordinator', 'secretary', 'director']),
  /** Printed instead of the role, "Rectora (e)". */
  position: z.string().optional(),
  /** Name of the object with the picture of the signature, below the school's id. */
  picture: z.string().optional(),
})
export type Signer = z.infer<typeof signer>
