import { beforeAll, describe, expect, test } from 'vitest'
import { acceptConsent, saveConsentText } from '@/lib/domain/families/consents/commands'
import { readFamily } from '@/lib/domain/families/phone/queries'
import { database } from '@/lib/platform/db/client'
import { contextFor, guardianContext } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { type TestSchool, testSchool } from '../support/school'
import { papersOf } from '../support/uploads'

let school: TestSchool

beforeAll(async () => {
  school = await testSchool()
})

describe('consents', () => {
  test('are each kept with text, version, time, address, device and guardian', async () => {
    const { guardian, student, family, read } = await papersOf(school)
    const ctx = { ...family, ip: '190.1.2.3', userAgent: 'Teléfono' }
    const accepted = await acceptConsent.run(ctx, {
      studentId: student.id,
      consentTextId: school.consentTexts.habeas_data,
      minorHeard: true,
    })
    const row = await database().prisma.consent.findFirst({
      where: { schoolId: school.id, id: accepted.consentId },
      include: { text: true },
    })
    expect(row).toMatchObject({
      decision: 'accepted',
      guardianId: guardian.id,
      studentId: student.id,
      familyLinkId: ctx.actor.kind === 'guardian' ? ctx.actor.linkId : '',
      ip: '190.1.2.3',
      userAgent: 'Teléfono',
      text: { code: 'habeas_data', version: 1 },
    })
    expect(Date.now() - row!.decidedAt.getTime()).toBeLessThan(60_000)
    const { documents, missingCount } = await read()
    expect(documents.habeas_data).toMatchObject({
      status: 'validated',
      acceptedByGuardianId: guardian.id,
      documentVersion: 'v1',
      metadata: { minorHeard: true },
    })
    expect(documents.tratamiento_datos?.status).toBe('pending')
    expect(missingCount).toBe(4)
  })

  test('are accepted once, for an own child, in the words that hold', async () => {
    const own = await testSchool()
    const rector = await contextFor(own, 'rector')
    const student = await addStudent(own)
    const guardian = await addGuardian(own, { of: [student.id] })
    await addEnrollment(own, { studentId: student.id })
    const ctx = await guardianContext(own, guardian.id)
    const input = { studentId: student.id, consentTextId: own.consentTexts.habeas_data }
    await expect(acceptConsent.run(ctx, { ...input, studentId: (await addStudent(own)).id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(
      acceptConsent.run(ctx, { ...input, consentTextId: school.consentTexts.habeas_data }),
    ).rejects.toMatchObject({ code: 'not_found' })
    const text = await saveConsentText.run(rector, { code: 'habeas_data', title: 'Nuevo', body: 'Otras palabras.' })
    expect(text.version).toBe(2)
    await expect(acceptConsent.run(ctx, input)).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'families.refusal.textChanged' },
    })
    await acceptConsent.run(ctx, { ...input, consentTextId: text.id })
    await expect(acceptConsent.run(ctx, { ...input, consentTextId: text.id })).rejects.toMatchObject({
      code: 'not_allowed_now',
    })
  })

  test('and files together take the enrollment to review', async () => {
    const { student, family, enrollmentId, read } = await papersOf(school)
    await database().prisma.enrollmentDocument.updateMany({
      where: { schoolId: school.id, enrollmentId, kind: 'file' },
      data: { status: 'uploaded' },
    })
    for (const code of ['habeas_data', 'tratamiento_datos'])
      await acceptConsent.run(family, { studentId: student.id, consentTextId: school.consentTexts[code] })
    expect(await read()).toMatchObject({ status: 'in_review', reviewCount: 3 })
    expect((await readFamily.run(family, {})).children[0]?.progress).toMatchObject({
      total: 5,
      delivered: 5,
      validated: 2,
    })
  })
})
