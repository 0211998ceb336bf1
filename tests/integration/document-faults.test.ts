import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { confirmFile, offerFile } from '@/lib/domain/enrollments/documents/files/commands'
import { openFile } from '@/lib/domain/enrollments/documents/files/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { objectSize, writeObject } from '@/lib/platform/storage'
import { contextFor } from '../support/context'
import { samples } from '../support/files'
import { newId } from '../support/ids'
import { type TestSchool, testSchool } from '../support/school'
import { factsOf, fileRow, offer, papersOf, put, type Sample, upload } from '../support/uploads'

let school: TestSchool
let secretary: SchoolContext

beforeAll(async () => {
  school = await testSchool()
  secretary = await contextFor(school, 'secretary')
})

afterEach(() => void vi.useRealTimers())

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
    const { family, document } = await papersOf(school)
    await expect(offerFile.run(family, { documentId: await document(), ...facts })).rejects.toMatchObject({
      code: 'invalid',
      details: { fields },
    })
  })

  test.each([
    ['an .exe named .pdf', exe, 'kind'],
    ['an SVG named .pdf', svg, 'kind'],
    ['a PNG named .pdf', { ...samples.png, contentType: 'application/pdf' }, 'otherKind'],
  ])('%s is refused, deleted, and changes nothing', async (_, sample, reason) => {
    const { family, document, read } = await papersOf(school)
    const id = await document()
    const verdict = await upload(family, id, sample)
    expect(verdict).toMatchObject({ accepted: false, reason })
    expect(verdict.message).toMatch(/\S+ \S+/)
    const file = await fileRow(school, verdict.fileId)
    expect(file).toMatchObject({ status: 'refused', reason })
    expect(await objectSize(file.objectKey)).toBeNull()
    const after = await read()
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
    const { family, document } = await papersOf(school)
    const id = await document()
    const { fileId } = await offer(family, id, samples.pdf)
    // A store that does not check what it was told, or somebody inside of it.
    await writeObject((await fileRow(school, fileId)).objectKey, bytes, 'application/pdf')
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
    const { family, document } = await papersOf(school)
    const id = await document()
    const ticket = await offer(family, id, samples.pdf)
    expect(await tamper(ticket)).toBeGreaterThanOrEqual(400)
    expect(await objectSize((await fileRow(school, ticket.fileId)).objectKey)).toBeNull()
  })

  test('takes nothing after five minutes, and a new one is had at once', async () => {
    const { family, document } = await papersOf(school)
    const id = await document()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 301_000 })
    const old = await offer(family, id, samples.pdf)
    vi.useRealTimers()
    expect(Date.parse(old.expiresAt)).toBeLessThan(Date.now())
    expect(await put(old, samples.pdf.bytes)).toBe(403)
    expect(await upload(family, id, samples.pdf)).toMatchObject({ accepted: true })
  })
})
