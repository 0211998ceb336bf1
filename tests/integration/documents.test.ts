import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { confirmFile, offerFile } from '@/lib/domain/enrollments/documents/files/commands'
import { openFile } from '@/lib/domain/enrollments/documents/files/queries'
import { listDocuments } from '@/lib/domain/enrollments/documents/queries'
import { dailyQuota } from '@/lib/domain/enrollments/documents/rules'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { objectSize, writeObject } from '@/lib/platform/storage'
import { contextFor, guardianContext } from '../support/context'
import { addEnrollment, readEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { samples } from '../support/files'
import { newId } from '../support/ids'
import { type TestSchool, testSchool } from '../support/school'
import { factsOf, offer, put, putHalf, type Sample, upload } from '../support/uploads'

let school: TestSchool
let secretary: SchoolContext
let family: SchoolContext
let guardianId: string
let enrollmentId: string
let document: (code: string) => Promise<string>

beforeAll(async () => {
  school = await testSchool()
  secretary = await contextFor(school, 'secretary')
})

/** Every test gets a child of its own: uploads of one never show in another. */
async function newFamily() {
  const student = await addStudent(school)
  const guardian = await addGuardian(school, { of: [student.id] })
  guardianId = guardian.id
  family = await guardianContext(school, guardian.id)
  enrollmentId = (await addEnrollment(school, { studentId: student.id })).id
  document = async (code) => (await readEnrollment(school, enrollmentId)).documents[code]!.id
  return { student, guardian }
}

afterEach(() => void vi.useRealTimers())

const rowOf = (id: string) => database().prisma.documentFile.findFirstOrThrow({ where: { schoolId: school.id, id } })
const exe: Sample = {
  fileName: 'registro.pdf',
  contentType: 'application/pdf',
  bytes: new Uint8Array([0x4d, 0x5a, 0x90, 0x00, ...new Array(600).fill(7)]),
}
const svg: Sample = {
  fileName: 'registro.pdf',
  contentType: 'application/pdf',
  bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
}

describe('a file on its way', () => {
  test('counts after the server has looked at it, and not before', async () => {
    await newFamily()
    const id = await document('birth_certificate')
    const ticket = await offer(family, id, samples.pdf)
    expect(new URL(ticket.url).pathname.split('/').at(-1)).toMatch(/^[0-9a-f]{64}$/)
    expect(ticket.url).not.toContain('registro')
    expect(await put(ticket, samples.pdf.bytes)).toBe(200)
    expect((await readEnrollment(school, enrollmentId)).documents.birth_certificate).toMatchObject({
      status: 'pending',
      fileId: null,
    })
    expect(await confirmFile.run(family, { documentId: id, fileId: ticket.fileId })).toMatchObject({ accepted: true })
    const after = await readEnrollment(school, enrollmentId)
    expect(after.documents.birth_certificate).toMatchObject({ status: 'uploaded', fileId: ticket.fileId, version: 2 })
    expect(after).toMatchObject({ reviewCount: 1, missingCount: 5 })
    const { url, fileName } = await openFile.run(secretary, { documentId: id })
    const seen = await fetch(url)
    expect(Buffer.from(await seen.arrayBuffer()).equals(samples.pdf.bytes)).toBe(true)
    expect(fileName).toContain('Registro civil de nacimiento.pdf')
    expect(seen.headers.get('content-disposition')).toContain(encodeURIComponent('Registro civil'))
  })

  test('is confirmed twice with one effect', async () => {
    await newFamily()
    const id = await document('birth_certificate')
    const ticket = await offer(family, id, samples.pdf)
    await put(ticket, samples.pdf.bytes)
    const input = { documentId: id, fileId: ticket.fileId }
    const answers = await Promise.all([confirmFile.run(family, input), confirmFile.run(family, input)])
    expect(answers.map(({ accepted }) => accepted)).toEqual([true, true])
    expect((await readEnrollment(school, enrollmentId)).documents.birth_certificate?.version).toBe(2)
  })

  test('replaces the earlier one, which stays in the history', async () => {
    await newFamily()
    const id = await document('birth_certificate')
    const first = await upload(family, id, samples.pdf)
    const second = await upload(family, id, samples.png)
    expect((await rowOf(first.fileId)).status).toBe('superseded')
    const [shown] = (await listDocuments.run(secretary, { enrollmentId })).items.filter((item) => item.id === id)
    expect(shown?.files.map(({ id: fileId, status }) => [fileId, status])).toEqual([
      [second.fileId, 'accepted'],
      [first.fileId, 'superseded'],
    ])
    await expect(openFile.run(secretary, { documentId: id, fileId: first.fileId })).resolves.toBeTruthy()
  })

  test('cut half-way leaves everything as it was, and can be sent again', async () => {
    await newFamily()
    const id = await document('birth_certificate')
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
    expect((await readEnrollment(school, enrollmentId)).documents.birth_certificate?.status).toBe('pending')
    expect(await put(ticket, big.bytes)).toBe(200)
    expect(await confirmFile.run(family, { documentId: id, fileId: ticket.fileId })).toMatchObject({ accepted: true })
  })

  test('two for one document at once: the later one counts, the other is kept', async () => {
    await newFamily()
    const id = await document('birth_certificate')
    const tickets = await Promise.all([offer(family, id, samples.pdf), offer(family, id, samples.png)])
    await Promise.all([put(tickets[0]!, samples.pdf.bytes), put(tickets[1]!, samples.png.bytes)])
    const done = await Promise.all(tickets.map(({ fileId }) => confirmFile.run(family, { documentId: id, fileId })))
    expect(done.every(({ accepted }) => accepted)).toBe(true)
    const states = await Promise.all(tickets.map(async ({ fileId }) => [fileId, (await rowOf(fileId)).status]))
    const current = states.filter(([, status]) => status === 'accepted').map(([fileId]) => fileId)
    expect(states.map(([, status]) => status).sort()).toEqual(['accepted', 'superseded'])
    const after = await readEnrollment(school, enrollmentId)
    expect([after.documents.birth_certificate?.fileId]).toEqual(current)
    expect(after.reviewCount).toBe(1)
  })

  test('two for two documents at once: both are counted', async () => {
    await newFamily()
    const ids = await Promise.all([document('birth_certificate'), document('identity_document')])
    await Promise.all(ids.map((id) => upload(family, id, samples.pdf)))
    expect((await readEnrollment(school, enrollmentId)).reviewCount).toBe(2)
  })

  test('brought to the desk goes the same way', async () => {
    await newFamily()
    const id = await document('report_card')
    await upload(secretary, id, samples.png)
    const [shown] = (await listDocuments.run(secretary, { enrollmentId })).items.filter((item) => item.id === id)
    expect(shown).toMatchObject({ status: 'uploaded', files: [{ sentBy: school.members.secretary.name }] })
  })
})

describe('a file that is not what it should be', () => {
  test.each([
    ['11 MB', { ...factsOf(samples.pdf), size: 11 * 1024 * 1024 }, { size: 'validation.fileTooLarge' }],
    ['zero bytes', { ...factsOf(samples.pdf), size: 0 }, { size: 'validation.fileEmpty' }],
    [
      'an unknown type',
      { ...factsOf(samples.pdf), contentType: 'image/svg+xml' },
      { contentType: 'validation.fileType' },
    ],
    ['a checksum of another kind', { ...factsOf(samples.pdf), sha256: 'abc' }, { sha256: 'validation.sha256' }],
    ['a foreign school', { ...factsOf(samples.pdf), schoolId: newId() }, { schoolId: 'validation.unknownField' }],
  ])('%s is refused before anything is signed', async (_, facts, fields) => {
    await newFamily()
    await expect(
      offerFile.run(family, { documentId: await document('birth_certificate'), ...facts }),
    ).rejects.toMatchObject({ code: 'invalid', details: { fields } })
  })

  test.each([
    ['an .exe named .pdf', exe, 'kind'],
    ['an SVG named .pdf', svg, 'kind'],
    ['a PNG named .pdf', { ...samples.png, contentType: 'application/pdf' }, 'otherKind'],
  ])('%s is refused, deleted, and changes nothing', async (_, sample, reason) => {
    await newFamily()
    const id = await document('birth_certificate')
    const verdict = await upload(family, id, sample)
    expect(verdict).toMatchObject({ accepted: false, reason })
    expect(verdict.message).toMatch(/\S+ \S+/)
    const file = await rowOf(verdict.fileId)
    expect(file).toMatchObject({ status: 'refused', reason })
    expect(await objectSize(file.objectKey)).toBeNull()
    const after = await readEnrollment(school, enrollmentId)
    expect(after.documents.birth_certificate).toMatchObject({ status: 'pending', fileId: null })
    expect(after.reviewCount).toBe(0)
    await expect(openFile.run(secretary, { documentId: id, fileId: verdict.fileId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test.each([
    ['another length', Buffer.concat([Buffer.from(samples.pdf.bytes), Buffer.from('x')]), 'size'],
    ['other bytes of the same length', Buffer.from(samples.pdf.bytes).fill(65, 20, 40), 'checksum'],
  ])('%s in the store than was announced is refused', async (_, bytes, reason) => {
    await newFamily()
    const id = await document('birth_certificate')
    const { fileId } = await offer(family, id, samples.pdf)
    // A store that does not check what it was told, or somebody inside of it.
    await writeObject((await rowOf(fileId)).objectKey, bytes, 'application/pdf')
    expect(await confirmFile.run(family, { documentId: id, fileId })).toMatchObject({ accepted: false, reason })
  })
})

describe('the presigned address', () => {
  const changed = (url: string, name: string, change: (value: string) => string) => {
    const next = new URL(url)
    next.searchParams.set(name, change(next.searchParams.get(name) ?? ''))
    return next.href
  }
  const other = Buffer.from(samples.pdf.bytes).fill(66, 20, 40)

  test.each<[string, (ticket: { url: string; headers: Record<string, string> }) => Promise<number>]>([
    [
      'another signature',
      (ticket) =>
        put(
          {
            ...ticket,
            url: changed(ticket.url, 'X-Amz-Signature', (hex) =>
              hex.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
            ),
          },
          samples.pdf.bytes,
        ),
    ],
    ['another length', (ticket) => put(ticket, samples.pdf.bytes.subarray(0, 100))],
    ['another type', (ticket) => put(ticket, samples.pdf.bytes, { 'content-type': 'text/html' })],
    ['other bytes under the signed checksum', (ticket) => put(ticket, other)],
    [
      'another checksum',
      (ticket) => put(ticket, other, { 'x-amz-checksum-sha256': Buffer.alloc(32, 1).toString('base64') }),
    ],
    [
      'a longer life',
      (ticket) => put({ ...ticket, url: changed(ticket.url, 'X-Amz-Expires', () => '3000') }, samples.pdf.bytes),
    ],
    [
      "another school's key",
      (ticket) => put({ ...ticket, url: ticket.url.replace(school.id, newId()) }, samples.pdf.bytes),
    ],
  ])('takes nothing with %s', async (_, tamper) => {
    await newFamily()
    const id = await document('birth_certificate')
    const ticket = await offer(family, id, samples.pdf)
    expect(await tamper(ticket)).toBeGreaterThanOrEqual(400)
    expect(await objectSize((await rowOf(ticket.fileId)).objectKey)).toBeNull()
  })

  test('takes nothing after five minutes, and a new one is had at once', async () => {
    await newFamily()
    const id = await document('birth_certificate')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 301_000 })
    const old = await offer(family, id, samples.pdf)
    vi.useRealTimers()
    expect(Date.parse(old.expiresAt)).toBeLessThan(Date.now())
    expect(await put(old, samples.pdf.bytes)).toBe(403)
    expect(await upload(family, id, samples.pdf)).toMatchObject({ accepted: true })
  })
})

describe('who may send what', () => {
  test("a guardian reaches no other family's document, and nothing of another school", async () => {
    await newFamily()
    const foreign = await document('birth_certificate')
    await newFamily()
    const elsewhere = await testSchool()
    const theirs = await addEnrollment(elsewhere)
    for (const documentId of [foreign, theirs.documents.birth_certificate!.id, newId()])
      await expect(offer(family, documentId, samples.pdf)).rejects.toMatchObject({ code: 'not_found' })
    for (const code of ['birth_certificate'] as const) {
      const ticket = await offer(family, await document(code), samples.pdf)
      await expect(confirmFile.run(family, { documentId: foreign, fileId: ticket.fileId })).rejects.toMatchObject({
        code: 'not_found',
      })
    }
  })

  test('nothing is sent for a child who left', async () => {
    await newFamily()
    const id = await document('birth_certificate')
    await database().prisma.enrollment.updateMany({
      where: { schoolId: school.id, id: enrollmentId },
      data: { status: 'withdrawn' },
    })
    await expect(offer(family, id, samples.pdf)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a validated document is not replaced, also when it was validated on the way', async () => {
    await newFamily()
    const id = await document('birth_certificate')
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
    expect((await readEnrollment(school, enrollmentId)).documents.birth_certificate?.status).toBe('validated')
  })

  test('a consent takes no file', async () => {
    await newFamily()
    await expect(offer(family, await document('habeas_data'), samples.pdf)).rejects.toMatchObject({
      details: { reason: 'documents.refusal.isConsent' },
    })
  })

  test('one family does not fill the store', async () => {
    await newFamily()
    const id = await document('birth_certificate')
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
        guardianId,
      })),
    })
    await expect(offer(family, id, samples.pdf)).rejects.toMatchObject({
      code: 'not_allowed_now',
      details: { reason: 'documents.refusal.quota' },
    })
  })

  test('what was announced and never sent is forgotten when the next one comes', async () => {
    await newFamily()
    const id = await document('birth_certificate')
    const ticket = await offer(family, id, samples.pdf)
    await put(ticket, samples.pdf.bytes)
    const { objectKey } = await rowOf(ticket.fileId)
    await database().prisma.documentFile.updateMany({
      where: { schoolId: school.id, id: ticket.fileId },
      data: { createdAt: new Date(Date.now() - 20 * 60_000) },
    })
    await offer(family, id, samples.pdf)
    expect(await rowOf(ticket.fileId)).toMatchObject({ status: 'refused', reason: 'forgotten' })
    expect(await objectSize(objectKey)).toBeNull()
  })

  test('sensitive files open only for those who support the child', async () => {
    await newFamily()
    const id = await document('birth_certificate')
    await upload(family, id, samples.pdf)
    await database().prisma.enrollmentDocument.updateMany({
      where: { schoolId: school.id, id },
      data: { documentType: 'disability_support' },
    })
    await expect(openFile.run(secretary, { documentId: id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(openFile.run(await contextFor(school, 'rector'), { documentId: id })).resolves.toBeTruthy()
  })
})
