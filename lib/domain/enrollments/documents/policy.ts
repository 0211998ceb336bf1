import type { SchoolContext } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { can } from '@/lib/platform/permissions'
import { sensitiveRequirements } from '../../requirements/rules'
import { openStatuses } from '../rules'

/**
 * Which documents this person can reach: the office all of the school's, a guardian those of own children whose
 * enrollment is still open. A where-fragment of enrollment_documents.
 */
export function reachableDocuments(ctx: SchoolContext) {
  if (ctx.actor.kind !== 'guardian') return {}
  const { guardianId } = ctx.actor
  return {
    enrollment: {
      status: { in: [...openStatuses] },
      student: { isActive: true, guardians: { some: { guardianId } } },
    },
  }
}

const seesSensitive = (ctx: SchoolContext) => can(ctx.permissions, 'read:sensitive')

/** Kinds of document that this person may not open: about health, disability or origin (Ley 1581 de 2012, arts. 5 and 6). */
export const hiddenDocumentTypes = (ctx: SchoolContext): readonly string[] =>
  seesSensitive(ctx) ? [] : sensitiveRequirements

export const mayOpen = (ctx: SchoolContext, documentType: string): boolean =>
  seesSensitive(ctx) || !sensitiveRequirements.includes(documentType)

/** @throws AppError forbidden for a sensitive document without the right to open it */
export function reviewAccess(ctx: SchoolContext, documentType: string): void {
  if (!mayOpen(ctx, documentType)) throw new AppError('forbidden', { reason: 'documents.refusal.sensitive' })
}
