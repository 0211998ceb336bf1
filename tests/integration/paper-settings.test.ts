import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { issueCertificate } from '@/lib/domain/papers/certificates/commands'
import { readCertificateForm } from '@/lib/domain/papers/certificates/queries'
import { saveNumbering } from '@/lib/domain/papers/numbering/commands'
import { readNumbering } from '@/lib/domain/papers/numbering/queries'
import { listPapers, readPaperDetail } from '@/lib/domain/papers/queries'
import {
  confirmSignature,
  prepareSignature,
  removeSignature,
  saveSignature,
} from '@/lib/domain/papers/signatures/commands'
import { readSignatures, viewSignature } from '@/lib/domain/papers/signatures/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { addStudent } from '../support/family'
import { samples } from '../support/files'
import { refusal } from '../support/refusal'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let rector: SchoolContext
beforeAll(async () => {
  school = await testSchool()
  rector = await contextFor(school, 'rector')
})

async function certify(at = school, signers = [at.members.rector.membershipId]) {
  const student = await addStudent(at)
  const { id } = await addEnrollment(at, { studentId: student.id, status: 'active' })
  const ctx = await contextFor(at, 'secretary')
  const wish = { enrollmentId: id, kind: 'enrollment_certificate', signerIds: signers }
  return issueCertificate.run(ctx, wish)
}
const seriesOf = async (ctx = rector, kind = 'enrollment_certificate') => {
  const { version, series } = await readNumbering.run(ctx, {})
  return { version, ...series.find((one) => one.kind === kind)! }
}
const year = new Date().getFullYear()

describe('the numbers of papers', () => {
  it('go on where the book on paper ended, with the school’s own prefix, and never back', async () => {
    expect((await certify()).number).toBe(`CE-${year}-00001`)
    const { version, used, next } = await seriesOf()
    expect([used, next]).toEqual([1, 2])
    const kind = 'enrollment_certificate'
    const saved = await saveNumbering.run(rector, { version, series: [{ kind, next: 121 }] })
    expect((await certify()).number).toBe(`CE-${year}-00121`)
    const back = await refusal(saveNumbering.run(rector, { version: saved.version, series: [{ kind, next: 121 }] }))
    expect([back.code, back.details.field, back.details.data]).toEqual([
      'not_allowed_now',
      'series.0.next',
      { least: 122 },
    ])
    // What was refused left nothing behind, neither the version nor the number.
    expect((await seriesOf()).version).toBe(saved.version)
    expect((await certify()).number).toBe(`CE-${year}-00122`)
    await saveNumbering.run(rector, { version: saved.version, series: [{ kind, prefix: ' cons ' }] })
    const { number } = await certify()
    expect(number).toBe(`CONS-${year}-00001`)
    const found = await listPapers.run(await contextFor(school, 'secretary'), { q: number.toLowerCase() })
    expect(found.items.map((one) => one.number)).toEqual([number])
    // Going back to the first prefix goes on after its last number.
    const again = await seriesOf()
    await saveNumbering.run(rector, { version: again.version, series: [{ kind, prefix: 'CE' }] })
    expect((await seriesOf()).next).toBe(123)
  })

  it('are never given twice while somebody sets them', async () => {
    const own = await testSchool()
    const ctx = await contextFor(own, 'rector')
    const { version } = await seriesOf(ctx)
    const issued = await Promise.all([
      ...Array.from({ length: 6 }, () => certify(own)),
      saveNumbering
        .run(ctx, { version, series: [{ kind: 'enrollment_certificate', next: 4 }] })
        .then(() => null)
        .catch(() => null),
    ])
    const numbers = issued.flatMap((one) => one?.number ?? [])
    expect(new Set(numbers).size).toBe(6)
  })

  it('keep what was not sent, and refuse a prefix of another kind and two rectors at once', async () => {
    const own = await testSchool()
    const ctx = await contextFor(own, 'rector')
    const before = await readNumbering.run(ctx, {})
    await saveNumbering.run(ctx, { version: 1, series: [{ kind: 'clearance', prefix: 'PYS' }] })
    const after = await readNumbering.run(ctx, {})
    const others = ({ series }: typeof after) => series.filter(({ kind }) => kind !== 'clearance')
    expect(others(after)).toEqual(others(before))
    const shared = await refusal(
      saveNumbering.run(ctx, { version: after.version, series: [{ kind: 'report_card', prefix: 'PYS' }] }),
    )
    expect([shared.details.field, shared.details.reason]).toEqual(['series.0.prefix', 'validation.prefixShared'])
    const late = await refusal(saveNumbering.run(ctx, { version: 1, series: [{ kind: 'clearance', prefix: 'X' }] }))
    expect(late.code).toBe('conflict')
    expect(late.details.current).toMatchObject({ version: after.version, series: after.series })
    for (const prefix of ['', 'LARGUISIMO', 'A B', 'Ñ'])
      expect(
        (await refusal(saveNumbering.run(ctx, { version: 2, series: [{ kind: 'clearance', prefix }] }))).code,
      ).toBe('invalid')
  })
})

describe('signatures', () => {
  async function upload(ctx: SchoolContext, membershipId: string, bytes: Buffer, contentType = 'image/png') {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const ticket = await prepareSignature.run(ctx, { membershipId, size: bytes.length, contentType, sha256 })
    return fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: new Uint8Array(bytes) })
  }

  it('stand on the paper with name, position and picture, and are proposed for what they sign', async () => {
    const own = await testSchool()
    const ctx = await contextFor(own, 'rector')
    const { membershipId } = own.members.secretary
    const named = { name: 'Marta Ríos', position: 'Secretaria general' }
    let { version } = await saveSignature.run(ctx, { version: 1, membershipId, ...named, kinds: ['clearance'] })
    // One field alone leaves the others.
    ;({ version } = await saveSignature.run(ctx, { version, membershipId, kinds: ['enrollment_certificate'] }))
    expect((await upload(ctx, membershipId, Buffer.from(samples.png.bytes))).ok).toBe(true)
    ;({ version } = await confirmSignature.run(ctx, { version, membershipId }))
    const row = (await readSignatures.run(ctx, {})).items.find((one) => one.membershipId === membershipId)
    expect(row).toMatchObject({ ...named, kinds: ['enrollment_certificate'], picture: expect.any(String) })
    expect((await fetch((await viewSignature.run(ctx, { membershipId })).url)).headers.get('content-type')).toContain(
      'image/png',
    )
    const student = await addStudent(own)
    await addEnrollment(own, { studentId: student.id, status: 'active' })
    const form = await readCertificateForm.run(await contextFor(own, 'secretary'), { studentId: student.id })
    expect(form.signers.find((one) => one.membershipId === membershipId)).toMatchObject({
      name: 'Marta Ríos',
      kinds: ['enrollment_certificate'],
    })
    const { id } = await certify(own, [membershipId])
    expect((await readPaperDetail.run(await contextFor(own, 'secretary'), { paperId: id })).signers).toEqual([
      { name: 'Marta Ríos', role: 'secretary' },
    ])
    const { content } = await database().prisma.issuedDocument.findFirstOrThrow({ where: { schoolId: own.id, id } })
    expect((content as { signers: unknown[] }).signers).toEqual([
      { ...named, role: 'secretary', picture: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
    await removeSignature.run(ctx, { version, membershipId })
    expect((await refusal(viewSignature.run(ctx, { membershipId }))).code).toBe('not_found')
  })

  it('are pictures by their bytes, of staff of this school, set by one rector at a time', async () => {
    const { membershipId } = school.members.rector
    const { version } = await readSignatures.run(rector, {})
    expect((await refusal(confirmSignature.run(rector, { version, membershipId }))).details.reason).toBe(
      'schools.refusal.noUpload',
    )
    await upload(rector, membershipId, Buffer.from('esto no es una imagen'))
    const wrong = await refusal(confirmSignature.run(rector, { version, membershipId }))
    expect([wrong.details.field, wrong.details.reason]).toEqual(['picture', 'schools.refusal.logoType'])
    const other = await testSchool()
    for (const someone of [other.members.rector.membershipId, school.members.teacher.membershipId])
      expect((await refusal(saveSignature.run(rector, { version, membershipId: someone, name: 'X' }))).code).toBe(
        'not_found',
      )
    await saveSignature.run(rector, { version, membershipId, position: 'Rectora' })
    const late = await refusal(saveSignature.run(rector, { version, membershipId, position: 'Directora' }))
    expect([late.code, late.details.current]).toEqual([
      'conflict',
      { version: version + 1, membershipId, name: null, position: 'Rectora', kinds: [] },
    ])
  })
})
