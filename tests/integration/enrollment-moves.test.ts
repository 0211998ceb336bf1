import { beforeAll, describe, expect, it } from 'vitest'
import { changeEnrollmentStatus, updateEnrollment } from '@/lib/domain/enrollments/commands'
import { enrollChild } from '@/lib/domain/enrollments/form/commands'
import { readEnrollment as readDetail } from '@/lib/domain/enrollments/queries'
import type { StatusHistoryEntry } from '@/lib/domain/enrollments/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import type { AppError } from '@/lib/platform/errors'
import { addDays, today } from '@/lib/shared/dates'
import type { EnrollmentStatus } from '@/lib/shared/enrollment-status'
import { contextFor } from '../support/context'
import { addEnrollment, type EnrollmentOverrides, readEnrollment } from '../support/enrollment'
import { enrollmentForm } from '../support/enrollment-form'
import { addGuardian } from '../support/family'
import { refusal } from '../support/refusal'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let other: TestSchool
let secretary: SchoolContext

beforeAll(async () => {
  ;[school, other] = await Promise.all([testSchool(), testSchool()])
  secretary = await contextFor(school, 'secretary')
})

const form = (over: object = {}) => enrollmentForm(school, over)

const all = (status: 'pending' | 'uploaded' | 'validated') =>
  Object.fromEntries(Object.keys(school.requirements).map((code) => [code, status]))
const dueOn = addDays(today(), 30)

async function move(over: EnrollmentOverrides, to: EnrollmentStatus, how: object = {}) {
  const { id, version } = await addEnrollment(school, over)
  await changeEnrollmentStatus.run(secretary, { enrollmentId: id, version, status: to, ...how })
  return readEnrollment(school, id)
}

describe('moving an enrollment', () => {
  it.each<[string, () => EnrollmentOverrides, EnrollmentStatus, object]>([
    ['papers sent', () => ({ documents: all('uploaded') }), 'in_review', {}],
    ['with a commitment', () => ({}), 'active', { commitment: { dueOn } }],
    ['before it began', () => ({}), 'withdrawn', { reason: 'Se fue del municipio' }],
    ['all validated', () => ({ status: 'in_review', documents: all('validated') }), 'active', {}],
    ['sent back', () => ({ status: 'in_review' }), 'pending_documents', { reason: 'Falta una firma' }],
    ['graduated', () => ({ status: 'active' }), 'graduated', {}],
    ['left', () => ({ status: 'active' }), 'withdrawn', { reason: 'Cambio de ciudad' }],
    ['came back', () => ({ status: 'withdrawn' }), 'active', { reason: 'Reintegro' }],
  ])('is allowed: %s', async (_, from, to, how) => {
    const after = await move(from(), to, how)
    expect(after.status).toBe(to)
    const history = after.statusHistory as StatusHistoryEntry[]
    expect(history).toHaveLength(2)
    expect(history[1]).toMatchObject({ status: to, changed_by: school.members.secretary.userId })
    const line = await database().prisma.auditLog.findFirst({
      where: { entityId: after.id, action: 'enrollment.move' },
    })
    expect(line?.after).toMatchObject({ status: to })
  })

  it.each<[string, () => EnrollmentOverrides, EnrollmentStatus, object, string]>([
    ['papers missing', () => ({}), 'in_review', {}, 'documentsMissing'],
    ['no commitment', () => ({}), 'active', {}, 'commitmentRequired'],
    ['a day gone by', () => ({}), 'active', { commitment: { dueOn: '2020-01-01' } }, 'commitmentDuePast'],
    ['papers not validated', () => ({ status: 'in_review' }), 'active', {}, 'commitmentRequired'],
    ['no reason', () => ({ status: 'active' }), 'withdrawn', { reason: '  ' }, 'reasonRequired'],
    ['straight to the end', () => ({}), 'graduated', {}, 'notPossible'],
    ['back from the end', () => ({ status: 'graduated' }), 'active', { reason: 'x' }, 'notPossible'],
    ['active again', () => ({ status: 'active' }), 'active', {}, 'sameStatus'],
  ])('is refused: %s', async (_, from, to, how, reason) => {
    const { id, version } = await addEnrollment(school, from())
    const before = await readEnrollment(school, id)
    const attempt = changeEnrollmentStatus.run(secretary, { enrollmentId: id, version, status: to, ...how })
    expect(await refusal(attempt)).toMatchObject({
      code: 'not_allowed_now',
      details: { reason: `enrollments.refusal.${reason}` },
    })
    expect(await readEnrollment(school, id)).toEqual(before)
  })

  it('keeps the day of the commitment, and forgets it with the next move', async () => {
    const { id, commitmentDueOn, version } = await move({}, 'active', { commitment: { dueOn } })
    expect(commitmentDueOn?.toISOString().slice(0, 10)).toBe(dueOn)
    await changeEnrollmentStatus.run(secretary, { enrollmentId: id, version, status: 'withdrawn', reason: 'Se fue' })
    expect((await readEnrollment(school, id)).commitmentDueOn).toBeNull()
  })

  it('lets one of two people win and shows the other one what is there now', async () => {
    const { id, version } = await addEnrollment(school, { status: 'in_review' })
    const rector = await contextFor(school, 'rector')
    const outcomes = await Promise.allSettled([
      changeEnrollmentStatus.run(secretary, { enrollmentId: id, version, status: 'withdrawn', reason: 'Se fue' }),
      changeEnrollmentStatus.run(rector, { enrollmentId: id, version, status: 'active', commitment: { dueOn } }),
    ])
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')?.reason as AppError
    const after = await readEnrollment(school, id)
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    expect(lost).toMatchObject({
      code: 'conflict',
      details: { current: { status: after.status, version: version + 1 } },
    })
    expect(after.statusHistory).toHaveLength(2)
  })

  it('lets no client write state, history or counters', async () => {
    const { id, version } = await addEnrollment(school)
    for (const extra of [
      { statusHistory: [] },
      { missingCount: 0 },
      { schoolId: school.id },
      { commitmentDueOn: dueOn },
    ])
      for (const [operation, input] of [
        [changeEnrollmentStatus, { enrollmentId: id, version, status: 'active', ...extra }],
        [updateEnrollment, { enrollmentId: id, version, ...extra }],
        [enrollChild, form(extra)],
      ] as const)
        expect(await refusal(operation.run(secretary, input))).toMatchObject({
          code: 'invalid',
          details: { fields: { [Object.keys(extra)[0] as string]: 'validation.unknownField' } },
        })
  })

  it('does not know the enrollments of another school, nor a commitment of a stranger', async () => {
    const foreign = await addEnrollment(other)
    const input = { enrollmentId: foreign.id, version: 1, status: 'withdrawn', reason: 'x' }
    expect((await refusal(changeEnrollmentStatus.run(secretary, input))).code).toBe('not_found')
    expect((await refusal(readDetail.run(secretary, { enrollmentId: foreign.id }))).code).toBe('not_found')
    const own = await addEnrollment(school)
    const stranger = await addGuardian(school)
    const promised = {
      enrollmentId: own.id,
      version: own.version,
      status: 'active',
      commitment: { dueOn, guardianId: stranger.id },
    }
    expect((await refusal(changeEnrollmentStatus.run(secretary, promised))).code).toBe('not_found')
    expect((await readEnrollment(other, foreign.id)).status).toBe('pending_documents')
  })
})

describe('correcting an enrollment', () => {
  it('asks for the papers of the new kind and drops those that nobody sent', async () => {
    const made = await enrollChild.run(secretary, form())
    const { version } = made
    const changed = await updateEnrollment.run(secretary, {
      enrollmentId: made.id,
      version,
      kind: 'returning',
      groupCode: 'b',
    })
    const after = await readEnrollment(school, made.id)
    expect(after).toMatchObject({ kind: 'returning', groupCode: 'B', gradeLevel: '6' })
    expect(Object.keys(after.documents)).not.toContain('birth_certificate')
    expect(changed.missingCount).toBe(4)
    const stale = updateEnrollment.run(secretary, { enrollmentId: made.id, version, groupCode: 'C' })
    expect(await refusal(stale)).toMatchObject({ code: 'conflict', details: { current: { groupCode: 'B' } } })
  })

  it('keeps what somebody sent', async () => {
    const made = await enrollChild.run(secretary, form())
    const where = { schoolId: school.id, enrollmentId: made.id, documentType: 'report_card' }
    await database().prisma.enrollmentDocument.updateMany({
      where,
      data: { status: 'uploaded', uploadedAt: new Date() },
    })
    const input = { enrollmentId: made.id, version: made.version, kind: 'returning', gradeLevel: '0' }
    await updateEnrollment.run(secretary, input)
    const after = await readEnrollment(school, made.id)
    expect(Object.keys(after.documents).sort()).toEqual(
      ['habeas_data', 'identity_document', 'report_card', 'tratamiento_datos'].sort(),
    )
    expect(after).toMatchObject({ missingCount: 4, reviewCount: 1 })
  })
})
