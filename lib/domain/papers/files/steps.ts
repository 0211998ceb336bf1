import type { SchoolContext } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { renderPdf } from '@/lib/platform/pdf'
import { certificateSheet, certificateWords } from '../certificates/pdf'
import { certificateContent } from '../certificates/schema'
import { readLook } from '../letterhead/queries'
import { proofOf, type WrittenFile, writePdf } from '../steps'

type Call = { db: TenantClient; ctx: SchoolContext }

const columns = {
  id: true,
  kind: true,
  series: true,
  number: true,
  code: true,
  content: true,
  reportCardId: true,
  file: { select: { objectKey: true, fileName: true, contentType: true, sha256: true } },
} as const

/** @throws AppError not_found; not_allowed_now for a report card, whose own page prints it */
export async function readPaper({ db }: Pick<Call, 'db'>, paperId: string) {
  const paper = await db.issuedDocument.findFirst({ where: { id: paperId }, select: columns })
  if (!paper) throw new AppError('not_found')
  if (paper.reportCardId) throw new AppError('not_allowed_now', { reason: 'papers.refusal.notHere' })
  return paper
}
export type Paper = Awaited<ReturnType<typeof readPaper>>

/** Prints a certificate into the object store, out of its frozen content alone. */
export async function printPaper({ db, ctx }: Call, paper: Paper): Promise<WrittenFile> {
  const content = certificateContent.parse(paper.content)
  const [look, words, proof] = await Promise.all([
    readLook({ db }),
    certificateWords(),
    proofOf(ctx.school.slug, paper),
  ])
  return writePdf(ctx.schoolId, await renderPdf(certificateSheet(content, look, proof, words)))
}
