import { beforeAll, describe, expect, it } from 'vitest'
import { changeEnrollmentStatus, updateEnrollment } from '@/lib/domain/enrollments/commands'
import { enrollChild } from '@/lib/domain/enrollments/form/commands'
import { findCandidates, readChildToEnroll, readEnrollmentForm } from '@/lib/domain/enrollments/form/queries'
import { listEnrollments, readEnrollment as readDetail } from '@/lib/domain/enrollments/queries'
import type { StatusHistoryEntry } from '@/lib/domain/enrollments/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { AppError } from '@/lib/platform/errors'
import { addDays, today } from '@/lib/shared/dates'
import type { EnrollmentStatus } from '@/lib/shared/enrollment-status'
import { contextFor } from '../support/context'
import { addEnrollment, type EnrollmentOverrides, readEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { somebody } from '../support/person'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let other: TestSchool
let secretary: SchoolContext

beforeAll(async () => {
  ;[school, other] = await Promise.all([testSchool(), testSchool()])
  secretary = await contextFor(school, 'secretary')
})

const guardianData = (over: object = {}) => ({ ...somebody({}, 'CC'), phone: '300 123 4567', ...over })
const form = (over: object = {}) => ({
  student: { ...somebody(), birthDate: '2015-04-09', gender: 'F' },
  guardians: [{ guardian: guardianData(), relationship: 'mother', isPrimary: true }],
  schoolYearId: school.nextYearId,
  kind: 'new',
  gradeLevel: '6',
  groupCode: 'a',
  shift: 'morning',
  ...over,
})

async function refusal(attempt: Promise<unknown>) {
  const outcome = await attempt.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(outcome instanceof AppError)) throw outcome ?? new Error('was not refused')
  return { code: outcome.code, ...outcome.details }
}

/** How many rows each table of the school has. */
async function rows(schoolId: string) {
  const { prisma } = database()
  const where = { schoolId }
  const [students, guardians, links, enrollments, documents, audit] = await Promise.all([
    prisma.student.count({ where }),
    prisma.guardian.count({ where }),
    prisma.studentGuardian.count({ where }),
    prisma.enrollment.count({ where }),
    prisma.enrollmentDocument.count({ where }),
    prisma.auditLog.count({ where }),
  ])
  return { students, guardians, links, enrollments, documents, audit }
}

describe('enrolling', () => {
  it('makes the child, the family, the enrollment, its papers and its history', async () => {
    const sent = form({
      guardians: [
        { guardian: guardianData(), relationship: 'mother', isPrimary: true },
        { guardian: guardianData(), relationship: 'father', canPickup: true },
      ],
    })
    const made = await enrollChild.run(secretary, sent)
    expect(made).toMatchObject({ status: 'pending_documents', missingCount: 5 })
    const detail = await readDetail.run(secretary, { enrollmentId: made.id })
    expect(detail).toMatchObject({ gradeLevel: '6', groupCode: 'A', yearName: '2027', kind: 'new' })
    expect(detail.guardians.map(({ relationship, isPrimary }) => [relationship, isPrimary])).toEqual([
      ['mother', true],
      ['father', false],
    ])
    expect(detail.history).toMatchObject([
      { status: 'pending_documents', by: school.members.secretary.name, reason: 'created' },
    ])
    expect(detail.documents.map(({ documentType }) => documentType)).toEqual(Object.keys(school.requirements))
    const lines = await database().prisma.auditLog.findMany({
      where: { schoolId: school.id, studentId: made.studentId },
    })
    expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['student.create', 'enrollment.create']))
  })

  it('leaves nothing behind when the last guardian is refused', async () => {
    const before = await rows(school.id)
    const known = await addGuardian(other)
    const sent = form({
      guardians: [
        { guardian: guardianData(), relationship: 'mother', isPrimary: true },
        { guardianId: known.id, relationship: 'father' },
      ],
    })
    expect(await refusal(enrollChild.run(secretary, sent))).toMatchObject({ code: 'not_found' })
    const wrong = form({
      guardians: [form().guardians[0], { guardian: guardianData({ phone: '12' }), relationship: 'aunt' }],
    })
    expect(await refusal(enrollChild.run(secretary, wrong))).toMatchObject({
      code: 'invalid',
      fields: { 'guardians.1.guardian.phone': 'validation.phone' },
    })
    expect(await rows(school.id)).toEqual(before)
  })

  it('refuses a second enrollment in the same year and says which one there is', async () => {
    const sent = form()
    const made = await enrollChild.run(secretary, sent)
    const again = await refusal(enrollChild.run(secretary, { ...sent, gradeLevel: '7' }))
    expect(again).toMatchObject({ code: 'duplicate', reason: 'enrollments.refusal.alreadyEnrolled' })
    expect(again.data).toMatchObject({ enrollmentId: made.id, studentId: made.studentId, year: '2027' })
    const { student: _, ...rest } = sent
    const byId = await refusal(enrollChild.run(secretary, { ...rest, studentId: made.studentId, guardians: [] }))
    expect(byId.data).toMatchObject({ enrollmentId: made.id })
  })

  it('finds a known child by the document, and asks when the name is another one', async () => {
    const child = await addStudent(school, { isActive: false })
    const { documentType, documentNumber, firstSurname, secondSurname, firstName } = child
    const same = { documentType, documentNumber, firstSurname, secondSurname, firstName }
    const made = await enrollChild.run(secretary, form({ student: same }))
    expect(made.studentId).toBe(child.id)
    const stored = await database().prisma.student.findFirstOrThrow({ where: { id: child.id } })
    expect(stored.isActive).toBe(true)
    const taken = await refusal(
      enrollChild.run(secretary, form({ student: { ...same, firstSurname: 'Otro', firstName: 'Distinto' } })),
    )
    expect(taken).toMatchObject({ code: 'duplicate', field: 'student.documentNumber', data: { studentId: child.id } })
  })

  it('shows the children who may be the same before it makes a new one', async () => {
    const known = await addStudent(school, { firstSurname: 'Zuluaga', firstName: 'Salomé', birthDate: '2014-03-02' })
    const { documentNumber } = somebody()
    const { firstSurname, secondSurname, firstName } = known
    const student = {
      documentType: 'TI',
      documentNumber,
      firstSurname,
      secondSurname,
      firstName,
      birthDate: '2014-03-02',
    }
    const warned = await refusal(enrollChild.run(secretary, form({ student })))
    expect(warned).toMatchObject({ code: 'duplicate', data: { candidates: [{ id: known.id }] } })
    const made = await enrollChild.run(secretary, form({ student: { ...student, acceptDuplicate: [known.id] } }))
    expect(made.studentId).not.toBe(known.id)
  })

  it('takes no year that is closed', async () => {
    const closed = await testSchool()
    await database().prisma.schoolYear.updateMany({ where: { schoolId: closed.id }, data: { status: 'closed' } })
    const ctx = await contextFor(closed, 'secretary')
    const refused = await refusal(enrollChild.run(ctx, form({ schoolYearId: closed.yearId })))
    expect(refused).toMatchObject({ code: 'not_allowed_now', reason: 'enrollments.refusal.yearClosed' })
  })

  it('enrolls a child once, however many desks try at the same time', async () => {
    const sent = form()
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => enrollChild.run(secretary, sent)))
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason as AppError)
    expect(won).toHaveLength(1)
    expect(lost.map(({ code }) => code)).toEqual(Array(19).fill('duplicate'))
    expect(new Set(lost.map(({ details }) => details.data?.enrollmentId))).toEqual(new Set([won[0]?.value.id]))
    const { documentNumber } = sent.student
    expect(await database().prisma.student.count({ where: { schoolId: school.id, documentNumber } })).toBe(1)
  })

  it('finds nothing of another school and writes nothing', async () => {
    const [child, guardian] = [await addStudent(other), await addGuardian(other)]
    const before = [await rows(school.id), await rows(other.id)]
    const { student: _, ...known } = form({ guardians: [] })
    const attempts = [
      { ...known, studentId: child.id },
      form({ schoolYearId: other.nextYearId }),
      form({ guardians: [{ guardianId: guardian.id, relationship: 'mother' }] }),
    ]
    for (const sent of attempts)
      expect(await refusal(enrollChild.run(secretary, sent))).toMatchObject({ code: 'not_found' })
    expect([await rows(school.id), await rows(other.id)]).toEqual(before)
  })

  it('is for who may write enrollments', async () => {
    for (const role of ['coordinator', 'teacher', 'student', 'acudiente'] as const)
      expect(await refusal(enrollChild.run(await contextFor(school, role), form()))).toMatchObject({
        code: 'forbidden',
      })
  })
})

describe('the form', () => {
  it('offers open years, groups and papers, and finds a child while somebody types', async () => {
    const child = await addStudent(school, { firstSurname: 'Ñáñez', firstName: 'Yurani' })
    const guardian = await addGuardian(school, { of: [child.id] })
    await addEnrollment(school, { studentId: child.id, gradeLevel: '5', groupCode: '501', status: 'active' })
    const facts = await readEnrollmentForm.run(secretary, {})
    expect(facts.years.map(({ name }) => name)).toEqual(['2027', '2026'])
    expect(facts.groups).toContainEqual(
      expect.objectContaining({
        yearId: school.yearId,
        gradeLevel: '5',
        groupCode: '501',
        students: 1,
        shift: 'morning',
      }),
    )
    expect(facts.requirements.map(({ code }) => code)).toEqual(Object.keys(school.requirements))
    for (const q of ['nanez yurani', child.documentNumber]) {
      const { items } = await findCandidates.run(secretary, { q })
      expect(items).toMatchObject([{ id: child.id, last: { gradeLevel: '5', yearName: '2026' } }])
      expect(items[0]?.enrolled).toHaveLength(1)
    }
    const known = await readChildToEnroll.run(secretary, { studentId: child.id })
    expect(known.proposal).toEqual({ kind: 'returning', gradeLevel: '6', groupCode: '601', shift: 'morning' })
    expect(known.guardians).toMatchObject([{ id: guardian.id, phone: guardian.phone }])
    const foreign = await refusal(readChildToEnroll.run(await contextFor(other, 'secretary'), { studentId: child.id }))
    expect(foreign.code).toBe('not_found')
  })
})

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
    expect(await refusal(attempt)).toMatchObject({ code: 'not_allowed_now', reason: `enrollments.refusal.${reason}` })
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
          fields: { [Object.keys(extra)[0] as string]: 'validation.unknownField' },
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
    expect(changed.missingCount).toBe(Object.keys(after.documents).length)
    const stale = updateEnrollment.run(secretary, { enrollmentId: made.id, version, groupCode: 'C' })
    expect(await refusal(stale)).toMatchObject({ code: 'conflict', current: { groupCode: 'B' } })
  })
})

describe('the list', () => {
  it('filters, counts each state and pages both ways', async () => {
    const place = await testSchool()
    const ctx = await contextFor(place, 'coordinator')
    const add = (over: EnrollmentOverrides) => addEnrollment(place, over)
    for (const gradeLevel of ['5', '5', '6']) await add({ gradeLevel })
    await add({ gradeLevel: '6', status: 'active', documents: { birth_certificate: 'validated' } })
    await add({ gradeLevel: '6', status: 'in_review', yearId: place.nextYearId, kind: 'returning' })
    const first = await listEnrollments.run(ctx, { limit: 2 })
    expect(first).toMatchObject({ total: 5, from: 1, byStatus: { pending_documents: 3, in_review: 1, active: 1 } })
    const second = await listEnrollments.run(ctx, { limit: 2, cursor: first.nextCursor })
    const third = await listEnrollments.run(ctx, { limit: 2, cursor: second.nextCursor })
    const names = [first, second, third].flatMap(({ items }) => items.map(({ fullName }) => fullName))
    expect(names).toEqual([...names].sort(new Intl.Collator('es-CO').compare))
    expect([second.from, third.from, third.nextCursor]).toEqual([3, 5, null])
    const back = await listEnrollments.run(ctx, { limit: 2, cursor: third.previousCursor })
    expect(back.items).toEqual(second.items)
    const totals = async (filter: object) => (await listEnrollments.run(ctx, filter)).total
    expect(await totals({ gradeLevel: '6' })).toBe(3)
    expect(await totals({ gradeLevel: '6', status: 'active' })).toBe(1)
    expect(await totals({ kind: 'returning' })).toBe(1)
    expect(await totals({ yearId: place.yearId })).toBe(4)
    expect(await totals({ missing: 'true' })).toBe(5)
    expect(await totals({ groupCode: 'Z' })).toBe(0)
    expect(await refusal(listEnrollments.run(ctx, { cursor: 'x' }))).toMatchObject({ code: 'invalid' })
  })
})
