'use server'

import { confirmFile, offerFile } from '@/lib/domain/enrollments/documents/files/commands'
import { rejectDocument, reopenDocument, validateDocument } from '@/lib/domain/enrollments/documents/review/commands'
import { createLink, revokeLink } from '@/lib/domain/families/commands'
import { remind } from '@/lib/domain/families/reminders/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

type Decided = { enrollment: { id: string } }

/** The pages that show a document: the queue, and the enrollment that it belongs to. */
const shownOn = ({ school }: SchoolContext, { enrollment }: Decided) => [
  `/${school.slug}/review`,
  `/${school.slug}/enrollments/${enrollment.id}`,
]

export const validateDocumentAction = action(validateDocument, { revalidate: shownOn })
export const reopenDocumentAction = action(reopenDocument, { revalidate: shownOn })
export const rejectDocumentAction = action(rejectDocument, { revalidate: shownOn })
export const offerFileAction = action(offerFile)
export const confirmFileAction = action(confirmFile)
export const createLinkAction = action(createLink)
export const revokeLinkAction = action(revokeLink)
export const remindAction = action(remind)
