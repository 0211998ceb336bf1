import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { acceptConsent as mayAccept } from '../../enrollments/documents/rules'
import type { DocumentKind, DocumentStatus } from '../../enrollments/documents/schema'
import { refreshEnrollment } from '../../enrollments/documents/steps'
import { openStatuses } from '../../enrollments/rules'
import { isNewVersion } from '../rules'
import { acceptConsentInput, acceptedConsent, type ConsentCode, consentTextRow, saveConsentTextInput } from '../schema'
import { consentHash } from '../steps'
import { newestTexts } from './queries'

/**
 * A changed text becomes a new version; what was accepted stays with the version that was read. The same words again
 * change nothing.
 * @throws AppError conflict with the text as it is now when somebody published another one since `version`
 */
export const saveConsentText = command({
  name: 'families.saveConsentText',
  permission: 'config:institution',
  input: saveConsentTextInput,
  output: consentTextRow,
  run: async ({ db, ctx, input, audit }) => {
    const { code, title, body } = input
    const newest = (await newestTexts(db)).get(code)
    const row = (text: { id: string; version: number; title: string; body: string; createdAt: Date }) => ({
      ...text,
      code: code as ConsentCode,
      createdAt: text.createdAt.toISOString(),
    })
    if (newest && !isNewVersion(newest, { title, body })) return row(newest)
    const { version = 0, title: newTitle = '', body: newBody = '' } = newest ?? {}
    if (input.version !== undefined && input.version !== version)
      throw new AppError('conflict', { current: { version, title: newTitle, body: newBody } })
    const text = await db.consentText.create({
      data: {
        schoolId: ctx.schoolId,
        code,
        version: (newest?.version ?? 0) + 1,
        title,
        body,
        sha256: consentHash(title, body),
        createdBy: userIdOf(ctx),
      },
      select: { id: true, version: true, title: true, body: true, createdAt: true },
    })
    audit({
      action: 'consent_text.save',
      entity: 'consent_text',
      entityId: text.id,
      after: { code, version: text.version, title },
    })
    return row(text)
  },
})

/**
 * The guardian accepts one text for one own child: which words, when, from where and with which device are kept for good
 * (Ley 1581 de 2012, art. 9; Decreto 1377 de 2013, arts. 5 and 8). Nobody has to review it.
 * @throws AppError not_found; conflict when the school has changed the text since it was read; not_allowed_now when accepted before
 */
export const acceptConsent = command({
  name: 'families.acceptConsent',
  permission: 'family:self',
  input: acceptConsentInput,
  output: acceptedConsent,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    if (ctx.actor.kind !== 'guardian') throw new AppError('forbidden')
    const { guardianId, linkId } = ctx.actor
    const text = await db.consentText.findFirst({ where: { id: input.consentTextId } })
    if (!text) throw new AppError('not_found')
    const [newest, document] = await Promise.all([
      newestTexts(db).then((texts) => texts.get(text.code)),
      db.enrollmentDocument.findFirst({
        where: {
          documentType: text.code,
          enrollment: {
            studentId: input.studentId,
            status: { in: [...openStatuses] },
            student: { isActive: true, guardians: { some: { guardianId } } },
          },
        },
        orderBy: { enrollment: { createdAt: 'desc' } },
        select: { id: true, kind: true, status: true, enrollmentId: true, metadata: true },
      }),
    ])
    if (!document) throw new AppError('not_found')
    if (newest?.id !== text.id) throw new AppError('conflict', { reason: 'families.refusal.textChanged' })
    const verdict = mayAccept({ kind: document.kind as DocumentKind, status: document.status as DocumentStatus })
    if (!verdict.ok) throw new AppError('not_allowed_now', { reason: verdict.reason })
    const decidedAt = new Date()
    const consent = await db.consent.create({
      data: {
        schoolId: ctx.schoolId,
        consentTextId: text.id,
        studentId: input.studentId,
        guardianId,
        familyLinkId: linkId,
        decision: 'accepted',
        ip: ctx.ip,
        userAgent: ctx.userAgent,
        decidedAt,
      },
      select: { id: true },
    })
    const documentVersion = `v${text.version}`
    const { count } = await db.enrollmentDocument.updateMany({
      where: { id: document.id, status: { not: 'validated' } },
      data: {
        status: verdict.status,
        rejectionReason: null,
        uploadedAt: decidedAt,
        validatedAt: decidedAt,
        acceptedByGuardianId: guardianId,
        documentVersion,
        metadata: {
          ...(document.metadata as object),
          sha256: text.sha256,
          ...(input.minorHeard === undefined ? {} : { minorHeard: input.minorHeard }),
        },
        version: { increment: 1 },
      },
    })
    if (count === 0) throw new AppError('not_allowed_now', { reason: 'documents.refusal.alreadyValidated' })
    audit({
      action: 'consent.accept',
      entity: 'enrollment_document',
      entityId: document.id,
      studentId: input.studentId,
      after: { code: text.code, version: text.version, sha256: text.sha256 },
    })
    await refreshEnrollment(call, document.enrollmentId)
    return { consentId: consent.id, documentId: document.id, decidedAt: decidedAt.toISOString() }
  },
})
