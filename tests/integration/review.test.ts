import { beforeAll, describe, expect, test } from 'vitest'
import { rejectDocument, reopenDocument, validateDocument } from '@/lib/domain/enrollments/documents/review/commands'
import { readReviewQueue } from '@/lib/domain/enrollments/documents/review/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { hashSecret } from '@/lib/platform/secrets'
import { contextFor } from '../support/context'
import { addEnrollment, readEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { putFile } from '../support/files'
import { linkIn, mailsOf } from '../support/outbox'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let secretary: SchoolContext
let rector: SchoolContext

beforeAll(async () => {
  school = await testSchool()
  ;[secretary, rector] = await Promise.all([contextFor(school, 'secretary'), contextFor(school, 'rector')])
})

/** A child whose every paper waits for a reviewer. */
async function waiting(over: { email?: string | null } = {}) {
  const student = await addStudent(school)
  const guardian = await addGuardian(school, { of: [student.id], ...over })
  const done = { habeas_data: 'validated', tratamiento_datos: 'validated' } as const
  const { id } = await addEnrollment(school, { studentId: student.id, status: 'in_review', documents: done })
  const documents = (await readEnrollment(school, id)).documents
  for (const code of ['birth_certificate', 'identity_document', 'report_card'])
    await putFile(school, documents[code]!.id, { guardianId: guardian.id })
  const document = async (code: string) => {
    const { id: documentId, version } = (await readEnrollment(school, id)).documents[code]!
    return { documentId, version }
  }
  return { enrollmentId: id, student, guardian, document }
}

describe('the queue', () => {
  test('holds what was sent, the oldest first, page by page, with what it is compared with', async () => {
    const own = await testSchool()
    const ctx = await contextFor(own, 'secretary')
    const { id, documents } = await addEnrollment(own, { gradeLevel: '6' })
    await addEnrollment(own, { gradeLevel: '3' })
    for (const code of ['report_card', 'birth_certificate']) await putFile(own, documents[code]!.id)
    const first = await readReviewQueue.run(ctx, { limit: 1 })
    expect(first).toMatchObject({ total: 2, grades: [{ gradeLevel: '6', count: 2 }] })
    const second = await readReviewQueue.run(ctx, { limit: 1, cursor: first.nextCursor })
    expect([...first.items, ...second.items].map((item) => item.documentType)).toEqual([
      'report_card',
      'birth_certificate',
    ])
    expect(second.nextCursor).toBeNull()
    expect(first.items[0]).toMatchObject({
      enrollmentId: id,
      name: 'Boletín del año anterior',
      birthDate: '2015-04-09',
    })
    expect((await readReviewQueue.run(ctx, { documentType: 'birth_certificate' })).items).toHaveLength(1)
    expect((await readReviewQueue.run(ctx, { gradeLevel: '3' })).items).toEqual([])
  })

  test('is for those who read enrollments; deciding is for those who write them', async () => {
    const { document } = await waiting()
    const input = await document('birth_certificate')
    await expect(readReviewQueue.run(await contextFor(school, 'teacher'), {})).rejects.toMatchObject({
      code: 'forbidden',
    })
    const coordinator = await contextFor(school, 'coordinator')
    await expect(readReviewQueue.run(coordinator, {})).resolves.toBeTruthy()
    await expect(validateDocument.run(coordinator, input)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('accepting', () => {
  test('counts down what is missing and enrolls nobody by itself', async () => {
    const { enrollmentId, document } = await waiting()
    for (const code of ['birth_certificate', 'identity_document', 'report_card'])
      await validateDocument.run(secretary, await document(code))
    const after = await readEnrollment(school, enrollmentId)
    expect(after).toMatchObject({ status: 'in_review', missingCount: 0, reviewCount: 0 })
    expect(after.documents.birth_certificate).toMatchObject({
      status: 'validated',
      validatedBy: school.members.secretary.userId,
    })
  })

  test('can be taken back', async () => {
    const { enrollmentId, document } = await waiting()
    const input = await document('birth_certificate')
    const { version } = await validateDocument.run(secretary, input)
    await reopenDocument.run(secretary, { ...input, version })
    const after = await readEnrollment(school, enrollmentId)
    expect(after).toMatchObject({ missingCount: 3, reviewCount: 3 })
    expect(after.documents.birth_certificate).toMatchObject({
      status: 'uploaded',
      validatedAt: null,
      validatedBy: null,
    })
  })

  test('what somebody else decided first is told, with who and when, and not overwritten', async () => {
    const { enrollmentId, document } = await waiting()
    const input = await document('birth_certificate')
    await rejectDocument.run(rector, { ...input, code: 'blurry' })
    await expect(validateDocument.run(secretary, input)).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'documents.conflict.rejected', data: { who: school.members.rector.name } },
    })
    expect((await readEnrollment(school, enrollmentId)).documents.birth_certificate?.status).toBe('rejected')
  })

  test('two reviewers at the same moment: one decides, the other is told', async () => {
    const { document } = await waiting()
    const input = await document('identity_document')
    const outcomes = await Promise.allSettled([
      validateDocument.run(secretary, input),
      rejectDocument.run(rector, { ...input, code: 'cut_off' }),
    ])
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]?.reason).toMatchObject({ code: 'conflict' })
  })

  test("another school's document does not exist", async () => {
    const { document } = await waiting()
    const stranger = await contextFor(await testSchool(), 'rector')
    await expect(validateDocument.run(stranger, await document('birth_certificate'))).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('rejecting', () => {
  test('mails the guardian the reason with a link that works, and the enrollment waits for papers again', async () => {
    const { enrollmentId, guardian, document, student } = await waiting()
    const input = { ...(await document('birth_certificate')), code: 'blurry', note: 'No se lee el NUIP.' }
    const { notice } = await rejectDocument.run(secretary, input)
    expect(notice).toMatchObject({ kind: 'mailed', to: guardian.email })
    const after = await readEnrollment(school, enrollmentId)
    expect(after.status).toBe('pending_documents')
    expect(after.documents.birth_certificate).toMatchObject({
      status: 'rejected',
      rejectionReason: 'blurry: No se lee el NUIP.',
    })
    const mails = await mailsOf(school, { to: guardian.email!, template: 'document_rejected' })
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('Está borroso')
    expect(mails[0]?.text).toContain('No se lee el NUIP.')
    expect(mails[0]?.subject).toContain(student.firstName)
    const token = new URL(linkIn(mails[0])).hash.slice(1)
    const link = await database().prisma.familyLink.findFirst({
      where: { schoolId: school.id, tokenHash: hashSecret(token) },
    })
    expect(link).toMatchObject({ guardianId: guardian.id, channel: 'email' })
  })

  test('without an address the reviewer gets the words to pass on', async () => {
    const { document } = await waiting({ email: null })
    const { notice } = await rejectDocument.run(secretary, { ...(await document('report_card')), code: 'incomplete' })
    expect(notice.kind).toBe('copy')
    if (notice.kind !== 'copy') return
    expect(notice.text).toMatch(/http\S+\/f#[\w-]{65}/)
    expect(notice.whatsappUrl).toContain('https://wa.me/573001234567?text=')
  })

  test('needs words when it is for another reason', async () => {
    const { document } = await waiting()
    const input = { ...(await document('report_card')), code: 'other' }
    await expect(rejectDocument.run(secretary, input)).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is in the history of the child, and the new file takes it away', async () => {
    const { enrollmentId, student, document } = await waiting()
    await rejectDocument.run(secretary, { ...(await document('birth_certificate')), code: 'expired' })
    const lines = await database().prisma.auditLog.findMany({
      where: { schoolId: school.id, studentId: student.id, action: 'document.reject' },
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ actorId: school.members.secretary.userId, reason: 'expired' })
    await putFile(school, (await document('birth_certificate')).documentId)
    const item = (await readReviewQueue.run(secretary, { limit: 200 })).items.find(
      (one) => one.enrollmentId === enrollmentId && one.documentType === 'birth_certificate',
    )
    expect(item?.earlier).toEqual([{ code: 'expired', note: null }])
  })
})
