import { describe, expect, it } from 'vitest'
import { validationKey } from '@/lib/shared/validation-key'
import en from '@/messages/en/documents.json'
import es from '@/messages/es/documents.json'
import * as rules from './rules'
import { documentStatuses, offerFileInput, rejectDocumentInput, rejectionCodes } from './schema'

const from = (
  act: (document: { kind: 'file' | 'consent'; status: (typeof documentStatuses)[number] }) => rules.DocumentVerdict,
  kind: 'file' | 'consent',
) =>
  documentStatuses.map((status) => {
    const verdict = act({ kind, status })
    return verdict.ok ? `${status} → ${verdict.status}` : verdict.reason.replace('documents.refusal.', '')
  })

describe('a file', () => {
  it('may arrive until it is validated', () => {
    expect(from(rules.receiveFile, 'file')).toEqual([
      'pending → uploaded',
      'uploaded → uploaded',
      'alreadyValidated',
      'rejected → uploaded',
    ])
  })

  it('is validated once, when there is one', () => {
    expect(from(rules.validateDocument, 'file')).toEqual([
      'nothingToReview',
      'uploaded → validated',
      'alreadyValidated',
      'nothingToReview',
    ])
  })

  it('is rejected with a reason only', () => {
    expect(from((document) => rules.rejectDocument(document, 'blurry'), 'file')).toEqual([
      'nothingToReview',
      'uploaded → rejected',
      'validated → rejected',
      'nothingToReview',
    ])
    expect(rules.rejectDocument({ kind: 'file', status: 'uploaded' }, ' ')).toEqual({
      ok: false,
      reason: 'documents.refusal.reasonRequired',
    })
    expect(from(rules.acceptConsent, 'file')).toEqual(Array(4).fill('isFile'))
  })
})

describe('a validation', () => {
  it('that was a slip is taken back', () => {
    expect(from(rules.reopenDocument, 'file')).toEqual([
      'nothingToReview',
      'nothingToReview',
      'validated → uploaded',
      'nothingToReview',
    ])
    expect(from(rules.reopenDocument, 'consent')).toEqual(Array(4).fill('isConsent'))
  })
})

describe('what arrived', () => {
  const head = Uint8Array.from('%PDF-1.7', (char) => char.charCodeAt(0))
  const announced = { size: 8, sha256: 'aa', contentType: 'application/pdf' }
  const refusal = (arrived: object, contentType = 'application/pdf') =>
    rules.fileRefusal({ ...announced, contentType }, { size: 8, sha256: 'aa', head, ...arrived })

  it('has to be what was announced', () => {
    expect(refusal({})).toBeNull()
    expect(refusal({ size: 7 })).toBe('size')
    expect(refusal({ sha256: 'ab' })).toBe('checksum')
    expect(refusal({ head: new Uint8Array(8) })).toBe('kind')
    expect(refusal({}, 'image/png')).toBe('otherKind')
  })

  it('stays within a day’s measure', () => {
    const { files, bytes } = rules.dailyQuota
    expect(rules.withinQuota({ files: files - 1, bytes: bytes - 10 }, 10)).toBe(true)
    expect(rules.withinQuota({ files, bytes: 0 }, 10)).toBe(false)
    expect(rules.withinQuota({ files: 0, bytes: bytes - 10 }, 11)).toBe(false)
  })
})

describe('a consent', () => {
  it('is accepted by the guardian and reviewed by nobody', () => {
    expect(from(rules.acceptConsent, 'consent')).toEqual([
      'pending → validated',
      'uploaded → validated',
      'alreadyValidated',
      'rejected → validated',
    ])
    for (const act of [
      rules.receiveFile,
      rules.validateDocument,
      (document: Parameters<typeof rules.receiveFile>[0]) => rules.rejectDocument(document, 'x'),
    ]) {
      expect(from(act, 'consent')).toEqual(Array(4).fill('isConsent'))
    }
  })

  it('can be taken back', () => {
    expect(rules.revokeConsent({ kind: 'consent', status: 'validated' })).toEqual({ ok: true, status: 'pending' })
  })
})

describe('rejections', () => {
  it.each([
    ['blurry', null, 'blurry'],
    ['blurry', ' la esquina: abajo ', 'blurry: la esquina: abajo'],
    ['other', 'Falta el sello', 'Falta el sello'],
  ] as const)('%s %s is stored and read back', (code, note, stored) => {
    expect(rules.storeRejection(code, note)).toBe(stored)
    expect(rules.readRejection(stored)).toEqual({ code, note: note?.trim() ?? null })
  })

  it('has a sentence for every canned reason', () => {
    for (const texts of [es, en]) expect(Object.keys(texts.rejection).sort()).toEqual([...rejectionCodes].sort())
    for (const texts of [es, en]) expect(Object.keys(texts.status).sort()).toEqual([...documentStatuses].sort())
  })
})

describe('counting', () => {
  const documents = [
    { required: true, status: 'validated' },
    { required: true, status: 'uploaded' },
    { required: true, status: 'rejected' },
    { required: true, status: 'pending' },
    { required: false, status: 'uploaded' },
  ] as const

  it('is about what is required, except what waits for a reviewer', () => {
    expect(rules.progress(documents)).toEqual({ total: 4, delivered: 2, validated: 1, rejected: 1, pending: 1 })
    expect(rules.documentCounts(documents)).toEqual({ missingCount: 3, reviewCount: 2 })
  })
})

describe('input', () => {
  const documentId = '01976d1e-7b1c-7f3e-8a55-0d4f6c1b2a3d'
  const offer = {
    documentId,
    fileName: 'registro.pdf',
    contentType: 'application/pdf',
    size: 1000,
    sha256: 'a'.repeat(64),
  }
  const keys = (change: object) => offerFileInput.safeParse({ ...offer, ...change }).error?.issues.map(validationKey)

  it('refuses what could not be accepted anyway', () => {
    expect(keys({})).toBeUndefined()
    expect(keys({ size: 0 })).toEqual(['validation.fileEmpty'])
    expect(keys({ size: 10 * 1024 * 1024 })).toBeUndefined()
    expect(keys({ size: 11 * 1024 * 1024 })).toEqual(['validation.fileTooLarge'])
    expect(keys({ contentType: 'image/svg+xml' })).toEqual(['validation.fileType'])
    expect(keys({ sha256: 'abc' })).toEqual(['validation.sha256'])
    expect(keys({ objectKey: 'x' })).toEqual(['validation.unknownField'])
  })

  it('wants words for another reason', () => {
    const reject = { documentId, version: 1, code: 'other' }
    expect(rejectDocumentInput.safeParse(reject).error?.issues[0]?.path).toEqual(['note'])
    expect(rejectDocumentInput.safeParse({ ...reject, note: 'Falta el sello' }).success).toBe(true)
    expect(rejectDocumentInput.safeParse({ ...reject, code: 'blurry' }).success).toBe(true)
  })
})
