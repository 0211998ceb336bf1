import { z } from 'zod'
import { emailField, idField, requiredText } from '@/lib/shared/fields'

/** Why: it stands in the history, because it opens an account with its password alone. */
const reason = requiredText(300)

export const resetFactorInput = z.strictObject({ membershipId: idField, reason })
export const resetFactorAnywhereInput = z.strictObject({ email: emailField, reason })
