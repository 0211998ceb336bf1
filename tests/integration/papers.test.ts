import { createPublicKey, verify } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET as verifyOverRest } from '@/app/api/v1/verify/[school]/[code]/route'
import { issueCertificate, replaceCertificate } from '@/lib/domain/papers/certificates/commands'
import { readCertificateForm } from '@/lib/domain/papers/certificates/queries'
import type { IssueCertificateInput } from '@/lib/domain/papers/certificates/schema'
import { annulPaper } from '@/lib/domain/papers/commands'
import { openPaper } from '@/lib/domain/papers/files/commands'
import { rotateKey } from '@/lib/domain/papers/keys/commands'
import { listKeys } from '@/lib/domain/papers/keys/queries'
import { listPapers, readPaperDetail } from '@/lib/domain/papers/queries'
import type { VerifiedPaper } from '@/lib/domain/papers/verification/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { queue } from '@/lib/platform/queue'
import { contextFor } from '../support/context'
import { pageCount, pdfText } from '../support/pdf-text'
import { type GradedGroup, gradedGroup } from '../support/report-cards'
import { ownerClient } from '../support/rows'
import { type TestSchool, testSchool } from '../support/school'
import { runQueued } from '../support/worker'

let school: TestSchool
let secretary: SchoolContext
let rector: SchoolContext
let group: GradedGroup

beforeAll(async () => {
  school = await testSchool({ city: 'Medellín' })
  secretary = await contextFor(school, 'secretary')
  rector = await contextFor(school, 'rector')
  group = await gradedGroup(school, 3)
  await queue()
})

const wish = (over: Partial<IssueCertificateInput> = {}): IssueCertificateInput => ({
  enrollmentId: group.students[0]!.enrollmentId,
  kind: 'enrollment_certificate',
  signerIds: [school.members.rector.membershipId],
  ...over,
})
const issue = (over: Partial<IssueCertificateInput> = {}) => issueCertificate.run(secretary, wish(over))

let address = 0
const nextAddress = () => {
  address += 1
  return `10.1.0.${address}`
}
async function asked(
  code: string,
  slug = school.slug,
  ip = nextAddress(),
): Promise<{ status: number; body: VerifiedPaper }> {
  const answer = await verifyOverRest(
    new Request(`http://localhost:3000/api/v1/verify/${slug}/${code}`, {
      headers: { host: 'localhost:3000', 'x-forwarded-for': ip },
    }),
    { params: Promise.resolve({ school: slug, code }) },
  )
  return { status: answer.status, body: await answer.json() }
}
const stateOf = async (code: string) => (await asked(code)).body.state

describe('numbers', () => {
  test('twenty at once take twenty numbers without a gap, and a refused one takes none', async () => {
    const busy = await testSchool()
    const ctx = await contextFor(busy, 'secretary')
    const { students } = await gradedGroup(busy, 1)
    const input = {
      enrollmentId: students[0]!.enrollmentId,
      kind: 'enrollment_certificate' as const,
      signerIds: [busy.members.rector.membershipId],
    }
    const work = Array.from({ length: 20 }, (_, index) =>
      index % 5 === 4
        ? issueCertificate.run(ctx, { ...input, kind: 'clearance' }).then(
            () => Promise.reject(new Error('issued')),
            (error) => error.code,
          )
        : issueCertificate.run(ctx, input),
    )
    const answers = await Promise.all(work)
    expect(answers.filter((answer) => answer === 'invalid')).toHaveLength(4)
    const rows = await database().prisma.issuedDocument.findMany({
      where: { schoolId: busy.id },
      orderBy: { number: 'asc' },
    })
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1))
    expect(await database().prisma.signingKey.count({ where: { schoolId: busy.id } })).toBe(1)
  })

  test('each kind counts for itself', async () => {
    const one = await issue({ kind: 'clearance', attests: [{ subject: 'treasury', by: 'Gloria Zea' }] })
    const other = await issue({ kind: 'grades_certificate' })
    expect([one.number, other.number]).toEqual([
      expect.stringMatching(/^PS-\d{4}-00001$/),
      expect.stringMatching(/^CN-\d{4}-00001$/),
    ])
  })
})

describe('the public answer', () => {
  test('says what it is with initials and three digits, and proves the signature without us', async () => {
    const { code, number } = await issue({ addressee: 'EPS Sura' })
    const { body } = await asked(code)
    const { name } = group.students[0]!
    expect(body).toMatchObject({ state: 'valid', number, school: school.name, kind: 'enrollment_certificate' })
    const given = JSON.stringify({ ...body, signature: null })
    for (const word of name.split(' ').filter((part) => part.length > 3)) expect(given).not.toContain(word)
    expect(body.student?.document).toMatch(/^\w+ ····· \d{3}$/)
    expect(given).not.toContain('Sura')
    const { message, value, publicKey, holds } = body.signature
    expect(holds).toBe(true)
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    expect(verify(null, Buffer.from(message, 'base64url'), key, Buffer.from(value, 'base64url'))).toBe(true)
  })

  test('is the same for an unknown code, another school’s code and no school', async () => {
    const { code } = await issue()
    const elsewhere = await testSchool()
    const answers = await Promise.all([
      asked('7K3M9QPT4XWZ2HNB'),
      asked(code, elsewhere.slug),
      asked(code, 'ningun-colegio'),
      asked('x'),
    ])
    for (const answer of answers) expect(answer).toEqual({ status: 200, body: { state: 'unknown' } })
    expect(await stateOf(code.toLowerCase())).toBe('valid')
  })

  test('makes an address wait that asks too often', async () => {
    const ip = '10.9.9.9'
    const answers = await Promise.all(Array.from({ length: 70 }, () => asked('7K3M9QPT4XWZ2HNB', school.slug, ip)))
    expect(answers.filter(({ status }) => status === 429).length).toBe(10)
  })

  test('finds out what was changed behind the school’s back', async () => {
    const { id, code } = await issue()
    const owner = await ownerClient()
    expect((await asked(code)).body.signature.holds).toBe(true)
    await owner.query(
      `update issued_documents set content = jsonb_set(content, '{student,name}', '"Otra Persona"') where id = $1`,
      [id],
    )
    expect((await asked(code)).body.signature.holds).toBe(false)
    const { rows } = await owner.query('select content_hash from issued_documents where id <> $1 limit 1', [id])
    await owner.query('update issued_documents set content_hash = $2 where id = $1', [id, rows[0].content_hash])
    expect((await asked(code)).body.signature.holds).toBe(false)
  })
})

describe('keys', () => {
  test('a new one signs from now on; what the old one signed still holds', async () => {
    const before = await issue()
    await rotateKey.run(rector, { reason: 'Cambio anual' })
    const after = await issue()
    const [old, fresh] = [(await asked(before.code)).body.signature, (await asked(after.code)).body.signature]
    expect([old.holds, fresh.holds]).toEqual([true, true])
    expect(old.publicKey).not.toBe(fresh.publicKey)
    const { items } = await listKeys.run(rector, {})
    expect(items.filter(({ retiredAt }) => retiredAt === null).map(({ publicKey }) => publicKey)).toEqual([
      fresh.publicKey,
    ])
    const row = await database().prisma.signingKey.findFirstOrThrow({
      where: { schoolId: school.id, publicKey: old.publicKey },
    })
    expect(row.sealedPrivateKey).toBeNull()
    await expect(rotateKey.run(secretary, { reason: 'No debo' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('one that this server cannot open any more is replaced by itself', async () => {
    const before = await issue()
    await database().prisma.signingKey.updateMany({
      where: { schoolId: school.id, retiredAt: null },
      data: { sealedPrivateKey: 'AAAA'.repeat(30) },
    })
    const after = await issue()
    expect((await asked(before.code)).body.signature.holds).toBe(true)
    expect((await asked(after.code)).body.signature.holds).toBe(true)
  })
})

describe('a paper’s life', () => {
  test('replaced: the page names the new number; nobody replaces it twice', async () => {
    const old = await issue()
    const { version } = await readPaperDetail.run(secretary, { paperId: old.id })
    const change = {
      paperId: old.id,
      version,
      reason: 'Nombre mal escrito',
      signerIds: [school.members.secretary.membershipId],
    }
    const next = await replaceCertificate.run(secretary, change)
    expect((await asked(old.code)).body).toMatchObject({ state: 'replaced', replacedBy: { number: next.number } })
    expect(await stateOf(next.code)).toBe('valid')
    await expect(replaceCertificate.run(secretary, change)).rejects.toMatchObject({ code: 'not_allowed_now' })
    const detail = await readPaperDetail.run(secretary, { paperId: next.id })
    expect(detail).toMatchObject({ replaces: { id: old.id }, signers: [{ role: 'secretary' }] })
  })

  test('annulled, with a reason, by who saw it as it is', async () => {
    const { id, code } = await issue()
    await expect(annulPaper.run(secretary, { paperId: id, version: 9, reason: 'Duplicada' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await annulPaper.run(secretary, { paperId: id, version: 1, reason: 'Duplicada' })
    expect(await stateOf(code)).toBe('annulled')
    const line = await database().prisma.auditLog.findFirstOrThrow({
      where: { schoolId: school.id, action: 'paper.annul', entityId: id },
    })
    expect(line.reason).toBe('Duplicada')
  })

  // What the tests before have issued is printed along.
  test('its PDF is printed by itself, once, and keeps its hash', async () => {
    const { id, code, number } = await issue({ kind: 'grades_certificate', book: '12', folio: '48' })
    await runQueued()
    const kept = (await asked(code)).body.fileSha256
    expect(kept).toMatch(/^[0-9a-f]{64}$/)
    const { url, sha256, fileName } = await openPaper.run(secretary, { paperId: id })
    expect([sha256, fileName]).toEqual([kept, `${number}.pdf`])
    const pdf = new Uint8Array(await (await fetch(url)).arrayBuffer())
    const text = pdfText(pdf).replace(/ /g, '')
    for (const words of ['CERTIFICADODENOTAS', 'Química6-A', 'Básico', 'libro12,folio48', 'Página1de1', number])
      expect(text).toContain(words)
    expect(pageCount(pdf)).toBe(1)
  }, 60_000)

  test('marks are certified only of periods that are over', async () => {
    const open = await testSchool()
    const ctx = await contextFor(open, 'secretary')
    const { students } = await gradedGroup(open, 1)
    await database().prisma.academicPeriod.updateMany({ where: { schoolId: open.id }, data: { status: 'open' } })
    const input = { enrollmentId: students[0]!.enrollmentId, signerIds: [open.members.rector.membershipId] }
    await expect(issueCertificate.run(ctx, { ...input, kind: 'grades_certificate' })).rejects.toMatchObject({
      details: { reason: 'papers.refusal.noMarks' },
    })
  })
})

describe('who', () => {
  test('secretary and rector issue; coordinator reads; teacher and family do not', async () => {
    const [coordinator, teacher, guardian] = await Promise.all(
      (['coordinator', 'teacher', 'acudiente'] as const).map((role) => contextFor(school, role)),
    )
    expect((await issueCertificate.run(rector, wish())).number).toMatch(/^CE-/)
    for (const ctx of [coordinator, teacher, guardian])
      await expect(issueCertificate.run(ctx!, wish())).rejects.toMatchObject({ code: 'forbidden' })
    expect((await listPapers.run(coordinator!, {})).total).toBeGreaterThan(0)
    await expect(listPapers.run(teacher!, {})).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('another school’s ids are nobody’s', async () => {
    const elsewhere = await testSchool()
    const stranger = await contextFor(elsewhere, 'secretary')
    const { id } = await issue()
    const signerIds = [elsewhere.members.rector.membershipId]
    for (const work of [
      () => readPaperDetail.run(stranger, { paperId: id }),
      () => openPaper.run(stranger, { paperId: id }),
      () => annulPaper.run(stranger, { paperId: id, version: 1, reason: 'No es mío' }),
      () => issueCertificate.run(stranger, { ...wish(), signerIds }),
      () => readCertificateForm.run(stranger, { studentId: group.students[0]!.studentId }),
    ])
      await expect(work()).rejects.toMatchObject({ code: 'not_found' })
    await expect(issue({ signerIds })).rejects.toMatchObject({ details: { reason: 'papers.refusal.signerUnknown' } })
  })

  test('a number, a code or a name finds a paper', async () => {
    const { id, number, code } = await issue()
    for (const q of [number, number.toLowerCase(), code])
      expect((await listPapers.run(secretary, { q })).items.map((row) => row.id)).toEqual([id])
    const { name, studentId } = group.students[0]!
    const rows = (await listPapers.run(secretary, { q: name })).items
    expect(new Set(rows.map((row) => row.studentId))).toEqual(new Set([studentId]))
  })
})
