import { beforeAll, describe, expect, test } from 'vitest'
import { confirmFile } from '@/lib/domain/enrollments/documents/files/commands'
import { openFile } from '@/lib/domain/enrollments/documents/files/queries'
import { listDocuments } from '@/lib/domain/enrollments/documents/queries'
import { dailyQuota } from '@/lib/domain/enrollments/documents/rules'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { objectSize } from '@/lib/platform/storage'
import { contextFor } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { samples } from '../support/files'
import { newId } from '../support/ids'
import { type TestSchool, testSchool } from '../support/school'
import { fileRow, offer, papersOf, put, putHalf, type Sample, upload } from '../support/uploads'

let school: TestSchool
let secretary: SchoolContext

beforeAll(async () => {
  school = await testSchool()
  secretary = await contextFor(school, 'secretary')
})

describe('a file on its way', () => {
  test('counts after the server has looked at it, and not before', async () => {
    const { family, document, read } = await papersOf(school)
    const id = await document()
    const ticket = await offer(family, id, samples.pdf)
    expect(new URL(ticket.url).pathname.split('/').at(-1)).toMatch(/^[0-9a-f]{64}$/)
    expect(ticket.url).not.toContain('registro')
    const signed = new URL(ticket.url).searchParams
    expect(signed.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host;x-amz-checksum-sha256')
    expect(Number(signed.get('X-Amz-Expires'))).toBeLessThanOrEqual(300)
    expect(await put(ticket, samples.pdf.bytes)).toBe(200)
    expect((await read()).documents.birth_certificate).toMatchObject({
      status: 'pending',
      fileId: null,
    })
    expect(await confirmFile.run(family, { documentId: id, fileId: ticket.fileId })).toMatchObject({ accepted: true })
    const after = await read()
    expect(after.documents.birth_certificate).toMatchObject({ status: 'uploaded', fileId: ticket.fileId, version: 2 })
    expect(after).toMatchObject({ reviewCount: 1, missingCount: 5 })
    const { url, fileName } = await openFile.run(secretary, { documentId: id })
    const seen = await fetch(url)
    expect(Buffer.from(await seen.arrayBuffer()).equals(samples.pdf.bytes)).toBe(true)
    expect(fileName).toContain('Registro civil de nacimiento.pdf')
    expect(seen.headers.get('content-disposition')).toContain(encodeURIComponent('Registro civil'))
  })

  test('is confirmed twice with one effect', async () => {
    const { family, document, read } = await papersOf(school)
    const id = await document()
    const ticket = await offer(family, id, samples.pdf)
    await put(ticket, samples.pdf.bytes)
    const input = { documentId: id, fileId: ticket.fileId }
    const answers = await Promise.all([confirmFile.run(family, input), confirmFile.run(family, input)])
    expect(answers.map(({ accepted }) => accepted)).toEqual([true, true])
    expect((await read()).documents.birth_certificate?.version).toBe(2)
  })

  test('replaces the earlier one, which stays in the history', async () => {
    const { family, document, enrollmentId } = await papersOf(school)
    const id = await document()
    const first = await upload(family, id, samples.pdf)
    const second = await upload(family, id, samples.png)
    expect((await fileRow(school, first.fileId)).status).toBe('superseded')
    const [shown] = (await listDocuments.run(secretary, { enrollmentId })).items.filter((item) => item.id === id)
    expect(shown?.files.map(({ id: fileId, status }) => [fileId, status])).toEqual([
      [second.fileId, 'accepted'],
      [first.fileId, 'superseded'],
    ])
    await expect(openFile.run(secretary, { documentId: id, fileId: first.fileId })).resolves.toBeTruthy()
  })

  test('cut half-way leaves everything as it was, and can be sent again', async () => {
    const { family, document, read } = await papersOf(school)
    const id = await document()
    const big: Sample = {
      ...samples.pdf,
      bytes: Buffer.concat([Buffer.from(samples.pdf.bytes), Buffer.alloc(3_000_000, 32)]),
    }
    const ticket = await offer(family, id, big)
    await putHalf(ticket, big.bytes)
    await expect(confirmFile.run(family, { documentId: id, fileId: ticket.fileId })).rejects.toMatchObject({
      code: 'in_progress',
      details: { reason: 'documents.refusal.notArrived' },
    })
    expect((await read()).documents.birth_certificate?.status).toBe('pending')
    expect(await put(ticket, big.bytes)).toBe(200)
    expect(await confirmFile.run(family, { documentId: id, fileId: ticket.fileId })).toMatchObject({ accepted: true })
  })

  test('two for one document at once: the later one counts, the other is kept', async () => {
    const { family, document, read } = await papersOf(school)
    const id = await document()
    const tickets = await Promise.all([offer(family, id, samples.pdf), offer(family, id, samples.png)])
    await Promise.all([put(tickets[0]!, samples.pdf.bytes), put(tickets[1]!, samples.png.bytes)])
    const done = await Promise.all(tickets.map(({ fileId }) => confirmFile.run(family, { documentId: id, fileId })))
    expect(done.every(({ accepted }) => accepted)).toBe(true)
    const states = await Promise.all(
      tickets.map(async ({ fileId }) => [fileId, (await fileRow(school, fileId)).status]),
    )
    const current = states.filter(([, status]) => status === 'accepted').map(([fileId]) => fileId)
    expect(states.map(([, status]) => status).sort()).toEqual(['accepted', 'superseded'])
    const after = await read()
    expect([after.documents.birth_certificate?.fileId]).toEqual(current)
    expect(after.reviewCount).toBe(1)
  })

  test('two for two documents at once: both are counted', async () => {
    const { family, document, read } = await papersOf(school)
    const ids = await Promise.all([document('birth_certificate'), document('identity_document')])
    await Promise.all(ids.map((id) => upload(family, id, samples.pdf)))
    expect((await read()).reviewCount).toBe(2)
  })

  test('brought to the desk goes the same way', async () => {
    const { document, enrollmentId } = await papersOf(school)
    const id = await document('report_card')
    await upload(secretary, id, samples.png)
    const [shown] = (await listDocuments.run(secretary, { enrollmentId })).items.filter((item) => item.id === id)
    expect(shown).toMatchObject({ status: 'uploaded', files: [{ sentBy: school.members.secretary.name }] })
  })
})

describe('who may send what', () => {
  test("a guardian reaches no other family's document, and nothing of another school", async () => {
    const foreign = await (await papersOf(school)).document()
    const { family, document } = await papersOf(school)
    const elsewhere = await testSchool()
    const theirs = await addEnrollment(elsewhere)
    for (const documentId of [foreign, theirs.documents.birth_certificate!.id, newId()])
      await expect(offer(family, documentId, samples.pdf)).rejects.toMatchObject({ code: 'not_found' })
    const ticket = await offer(family, await document(), samples.pdf)
    await expect(confirmFile.run(family, { documentId: foreign, fileId: ticket.fileId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('nothing is sent for a child who left', async () => {
    const { family, document, enrollmentId } = await papersOf(school)
    const id = await document()
    await database().prisma.enrollment.updateMany({
      where: { schoolId: school.id, id: enrollmentId },
      data: { status: 'withdrawn' },
    })
    await expect(offer(family, id, samples.pdf)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a validated document is not replaced, also when it was validated on the way', async () => {
    const { family, document, read } = await papersOf(school)
    const id = await document()
    await upload(family, id, samples.pdf)
    const late = await offer(family, id, samples.png)
    await put(late, samples.png.bytes)
    await database().prisma.enrollmentDocument.updateMany({
      where: { schoolId: school.id, id },
      data: { status: 'validated' },
    })
    const reason = 'documents.refusal.alreadyValidated'
    await expect(offer(family, id, samples.png)).rejects.toMatchObject({ code: 'not_allowed_now', details: { reason } })
    await expect(confirmFile.run(family, { documentId: id, fileId: late.fileId })).rejects.toMatchObject({
      code: 'not_allowed_now',
      details: { reason },
    })
    expect((await read()).documents.birth_certificate?.status).toBe('validated')
  })

  test('a consent takes no file', async () => {
    const { family, document } = await papersOf(school)
    await expect(offer(family, await document('habeas_data'), samples.pdf)).rejects.toMatchObject({
      details: { reason: 'documents.refusal.isConsent' },
    })
  })

  test('one family does not fill the store', async () => {
    const { family, guardian, document } = await papersOf(school)
    const id = await document()
    await database().prisma.documentFile.createMany({
      data: Array.from({ length: dailyQuota.files }, () => ({
        schoolId: school.id,
        id: newId(),
        documentId: id,
        objectKey: `${school.id}/${newId()}`,
        fileName: 'a.pdf',
        contentType: 'application/pdf',
        size: 10,
        sha256: '0'.repeat(64),
        status: 'refused',
        guardianId: guardian.id,
      })),
    })
    await expect(offer(family, id, samples.pdf)).rejects.toMatchObject({
      code: 'not_allowed_now',
      details: { reason: 'documents.refusal.quota' },
    })
  })

  test('what was announced and never sent is forgotten when the next one comes', async () => {
    const { family, document } = await papersOf(school)
    const id = await document()
    const ticket = await offer(family, id, samples.pdf)
    await put(ticket, samples.pdf.bytes)
    const { objectKey } = await fileRow(school, ticket.fileId)
    await database().prisma.documentFile.updateMany({
      where: { schoolId: school.id, id: ticket.fileId },
      data: { createdAt: new Date(Date.now() - 20 * 60_000) },
    })
    await offer(family, id, samples.pdf)
    expect(await fileRow(school, ticket.fileId)).toMatchObject({ status: 'refused', reason: 'forgotten' })
    expect(await objectSize(objectKey)).toBeNull()
  })

  test('sensitive files open only for those who support the child', async () => {
    const { family, document } = await papersOf(school)
    const id = await document()
    await upload(family, id, samples.pdf)
    await database().prisma.enrollmentDocument.updateMany({
      where: { schoolId: school.id, id },
      data: { documentType: 'disability_support' },
    })
    await expect(openFile.run(secretary, { documentId: id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(openFile.run(await contextFor(school, 'rector'), { documentId: id })).resolves.toBeTruthy()
  })
})
