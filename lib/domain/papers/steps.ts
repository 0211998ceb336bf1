import { createHash, randomBytes } from 'node:crypto'
import { userIdOf } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/new-id'
import type { CommandCall } from '@/lib/platform/operation'
import { qrImage } from '@/lib/platform/qr-image'
import { newObjectKey, writeObject } from '@/lib/platform/storage'
import { canonicalJson } from '@/lib/shared/canonical-json'
import { today } from '@/lib/shared/dates'
import { codeFrom, showCode } from '@/lib/shared/spoken-code'
import { nextNumber } from './counters/steps'
import { signForSchool } from './keys/steps'
import type { Proof } from './letterhead/rules'
import { readPaperSettings, scopeOf } from './numbering/steps'
import { leaveForce, type PaperKind, type PaperStatus, seriesOf, showNumber, signedMessage } from './rules'

type Call = Pick<CommandCall, 'db' | 'ctx' | 'audit'>

/** SHA-256 (hex) over the canonical text of what a paper says. */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

export const verifyAddress = (slug: string, code: string): string => `${env().APP_URL}/verify/${slug}/${showCode(code)}`

/** What the foot of every page of a paper shows. */
export async function proofOf(slug: string, paper: { series: string; number: number; code: string }): Promise<Proof> {
  const address = verifyAddress(slug, paper.code)
  return {
    number: showNumber(paper.series, paper.number),
    code: paper.code,
    address: `${new URL(env().APP_URL).host}/verify/${slug}`,
    qr: await qrImage(address),
  }
}

export type NewPaper = {
  kind: PaperKind
  content: object
  studentId: string
  enrollmentId: string
  reportCardId?: string
  replacesId?: string
  reason?: string | null
}

/**
 * Writes a paper down: next number of its series, code, hash of what it says, signature of the school. All of it in the
 * caller's transaction, so that a number is never lost: whoever fails gives it back.
 */
export async function issuePaper(call: Call, paper: NewPaper) {
  const { db, ctx, audit } = call
  const { kind, content, reason, ...links } = paper
  const id = newId()
  const { prefixes } = await readPaperSettings(db)
  const series = seriesOf(kind, today(), prefixes)
  const hash = contentHash(content)
  const code = codeFrom(randomBytes(10))
  const number = await nextNumber(call, scopeOf(series))
  const facts = { schoolId: ctx.schoolId, documentId: id, kind, series, number, code, contentHash: hash }
  const signed = await signForSchool(call, signedMessage(facts))
  await db.issuedDocument.create({
    data: {
      schoolId: ctx.schoolId,
      id,
      kind,
      series,
      number,
      code,
      content: JSON.parse(JSON.stringify(content)) as object,
      contentHash: hash,
      issuedBy: userIdOf(ctx),
      ...links,
      ...signed,
    },
  })
  audit({
    action: 'paper.issue',
    entity: 'paper',
    entityId: id,
    studentId: links.studentId,
    after: { paperKind: kind, number: showNumber(series, number) },
    reason: reason ?? null,
  })
  return { id, series, number, code, shown: showNumber(series, number) }
}

/**
 * Takes a paper out of force. The row stays, and its page says so.
 * @throws AppError not_found; not_allowed_now when it is out of force already; conflict when somebody was faster
 */
export async function endPaper(
  { db, audit }: Call,
  change: { id: string; version?: number; to: Exclude<PaperStatus, 'valid'>; reason: string },
): Promise<{ version: number }> {
  const { id, to, reason } = change
  const paper = await db.issuedDocument.findFirst({
    where: { id },
    select: { status: true, version: true, series: true, number: true, studentId: true, kind: true },
  })
  if (!paper) throw new AppError('not_found')
  const fate = leaveForce(paper.status as PaperStatus, reason)
  if (!fate.ok) throw new AppError('not_allowed_now', { reason: fate.reason })
  const version = change.version ?? paper.version
  const { count } = await db.issuedDocument.updateMany({
    where: { id, version, status: 'valid' },
    data: { status: to, statusReason: reason, statusAt: new Date(), version: version + 1 },
  })
  if (count === 0) throw new AppError('conflict')
  audit({
    action: to === 'annulled' ? 'paper.annul' : 'paper.replace',
    entity: 'paper',
    entityId: id,
    studentId: paper.studentId,
    after: { paperKind: paper.kind, number: showNumber(paper.series, paper.number) },
    reason,
  })
  return { version: version + 1 }
}

export type WrittenFile = { objectKey: string; size: number; sha256: string }

/** Puts a PDF into the object store; before the transaction that makes it known. */
export async function writePdf(schoolId: string, bytes: Uint8Array): Promise<WrittenFile> {
  const objectKey = newObjectKey(schoolId)
  await writeObject(objectKey, bytes, 'application/pdf')
  return { objectKey, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * Makes a written PDF the file of a paper, unless it has one.
 * @returns the id of the file row, or null when somebody else's came first
 */
export async function keepFile(
  { db, ctx }: Call,
  paper: { id: string; fileName: string; purpose: 'certificate' | 'report_card' },
  file: WrittenFile,
): Promise<string | null> {
  const fileId = newId()
  await db.storedFile.create({
    data: {
      schoolId: ctx.schoolId,
      id: fileId,
      fileName: paper.fileName,
      contentType: 'application/pdf',
      purpose: paper.purpose,
      status: 'ready',
      createdBy: userIdOf(ctx),
      ...file,
    },
  })
  const { count } = await db.issuedDocument.updateMany({ where: { id: paper.id, fileId: null }, data: { fileId } })
  if (count === 1) return fileId
  await db.storedFile.deleteMany({ where: { id: fileId } })
  return null
}
