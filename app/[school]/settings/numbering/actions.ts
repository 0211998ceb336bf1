'use server'

import { saveNumbering } from '@/lib/domain/papers/numbering/commands'
import {
  confirmSignature,
  prepareSignature,
  removeSignature,
  saveSignature,
} from '@/lib/domain/papers/signatures/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const revalidate = (ctx: SchoolContext) => [`/${ctx.school.slug}/settings/numbering`]

export const saveNumberingAction = action(saveNumbering, { revalidate })
export const saveSignatureAction = action(saveSignature, { revalidate })
export const prepareSignatureAction = action(prepareSignature)
export const confirmSignatureAction = action(confirmSignature, { revalidate })
export const removeSignatureAction = action(removeSignature, { revalidate })
