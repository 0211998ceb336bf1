import { platformQuery } from '@/lib/platform/operation'
import { countCall } from '@/lib/platform/rate-limit'
import { signatureHolds } from '@/lib/platform/signing'
import { dayOf } from '@/lib/shared/dates'
import { readCode } from '@/lib/shared/spoken-code'
import { maskedDocument, maskedName, type PaperKind, type PaperStatus, showNumber, signedMessage } from '../rules'
import { contentHash, verifyAddress } from '../steps'
import { verification, verifyInput } from './schema'

const columns = {
  id: true,
  kind: true,
  series: true,
  number: true,
  code: true,
  content: true,
  contentHash: true,
  signature: true,
  status: true,
  statusAt: true,
  issuedAt: true,
  signingKey: { select: { publicKey: true } },
  file: { select: { sha256: true } },
  replacements: { take: 1, orderBy: { issuedAt: 'desc' as const }, select: { series: true, number: true, code: true } },
} as const

type Named = { student?: { name?: string; document?: string } }

/**
 * What anybody may know about a paper by its code: which school issued it, whether it is in force, and whether what the
 * school keeps is what it signed. An unknown school, an unknown code and a code of another school answer the same.
 * @throws AppError rate_limited: an address may ask so often
 */
export const verifyPaper = platformQuery({
  scope: 'public',
  name: 'papers.verify',
  input: verifyInput,
  output: verification,
  run: async ({ db, ctx, input }) => {
    await countCall({ verify: ctx.ip })
    const code = readCode(input.code)
    const school = await db.school.findFirst({
      where: { slug: input.school.toLowerCase(), isActive: true },
      select: { id: true, slug: true, name: true, city: true },
    })
    const paper =
      school && code
        ? await db.issuedDocument.findFirst({ where: { schoolId: school.id, code }, select: columns })
        : null
    if (!school || !paper) return { state: 'unknown' as const }
    const { contentHash: hash, signature, signingKey, series, number, kind } = paper
    const facts = {
      schoolId: school.id,
      documentId: paper.id,
      kind,
      series,
      number,
      code: paper.code,
      contentHash: hash,
    }
    const message = signedMessage(facts)
    const { student } = paper.content as Named
    const [replacement] = paper.replacements
    const publicKey = signingKey?.publicKey ?? ''
    return {
      state: paper.status as PaperStatus,
      school: school.name,
      city: school.city,
      kind: kind as PaperKind,
      number: showNumber(series, number),
      code: paper.code,
      issuedOn: dayOf(paper.issuedAt),
      student: student?.name
        ? { initials: maskedName(student.name), document: maskedDocument(student.document ?? '') }
        : null,
      endedOn: paper.statusAt ? dayOf(paper.statusAt) : null,
      replacedBy:
        paper.status === 'replaced' && replacement
          ? {
              number: showNumber(replacement.series, replacement.number),
              code: replacement.code,
              url: verifyAddress(school.slug, replacement.code),
            }
          : null,
      fileSha256: paper.file?.sha256 ?? null,
      signature: {
        // What is kept must be what was signed: a changed row has another hash, a changed hash another message.
        holds: contentHash(paper.content) === hash && signatureHolds(publicKey, message, signature ?? ''),
        algorithm: 'Ed25519' as const,
        message: Buffer.from(message).toString('base64url'),
        value: signature ?? '',
        publicKey,
      },
    }
  },
})
