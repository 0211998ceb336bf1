import { beforeEach, describe, expect, it } from 'vitest'
import { mergeRecords, unmergeRecords } from '@/lib/domain/merges/commands'
import { compareRecords, listMerges } from '@/lib/domain/merges/queries'
import { updateStudent } from '@/lib/domain/students/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { fingerprint } from '../support/rows'
import { type TestSchool, testSchool } from '../support/school'
import { wholeSchool } from '../support/whole-school'

let school: TestSchool
let secretary: SchoolContext
beforeEach(async () => {
  school = await testSchool()
  secretary = await contextFor(school, 'secretary')
})

const db = () => database().prisma
const at = (id: string) => ({ where: { schoolId_id: { schoolId: school.id, id } } })
const pair = (kept: { id: string; version: number }, lost: { id: string; version: number }, entity = 'student') => ({
  ...{ entity, keptId: kept.id, keptVersion: kept.version, lostId: lost.id, lostVersion: lost.version },
})

/** The same child twice: as a registro civil of last year, and as a tarjeta of this one. */
async function twice() {
  const name = { firstSurname: 'Ríos', secondSurname: 'Gómez', firstName: 'Sofía' }
  const old = await addStudent(school, {
    ...name,
    documentType: 'RC',
    documentNumber: '55501',
    extraData: { eps: 'Sura' },
  })
  const now = await addStudent(school, { ...name, documentType: 'TI', documentNumber: '1098765432' })
  await db().student.update({ ...at(now.id), data: { gender: null } })
  const mother = await addGuardian(school, { of: [old.id, now.id] })
  const father = await addGuardian(school, { of: [old.id], relationship: 'father' })
  const enrollment = await addEnrollment(school, { studentId: old.id, yearId: school.yearId })
  return { old, now, mother, father, enrollment }
}

/** Everything but the history and the merge itself, without the moments and versions that every save moves. */
async function state() {
  const { audit_log, record_merges, ...rest } = await fingerprint(school.id, { content: true })
  const { students, guardians, ...others } = rest
  const people = await db().student.findMany({
    where: { schoolId: school.id },
    orderBy: { id: 'asc' },
    omit: { version: true, updatedAt: true },
  })
  return { ...others, people }
}

describe('two records of one child', () => {
  it('stand side by side with what hangs on each', async () => {
    const { old, now } = await twice()
    const seen = await compareRecords.run(secretary, { entity: 'student', keptId: now.id, lostId: old.id })
    expect(seen).toMatchObject({
      kept: { values: { documentType: 'TI', gender: null }, counts: { link: 1 } },
      lost: { values: { documentType: 'RC', gender: 'F' }, counts: { link: 2, enrollment: 1 } },
      conflicts: [],
      refusal: null,
    })
  })

  it('become one with everything, and two again exactly as they were', async () => {
    const { old, now, mother, father, enrollment } = await twice()
    const before = await state()
    const { mergeId } = await mergeRecords.run(secretary, {
      ...pair(now, old),
      take: ['gender'],
      reason: 'Es la misma',
    })
    expect(await db().student.count({ where: { schoolId: school.id } })).toBe(1)
    const one = await db().student.findUniqueOrThrow({ ...at(now.id), include: { guardians: true, enrollments: true } })
    expect(one).toMatchObject({ documentType: 'TI', gender: 'F', extraData: { eps: 'Sura' } })
    expect(one.guardians.map(({ guardianId }) => guardianId).sort()).toEqual([mother.id, father.id].sort())
    expect(one.guardians.filter(({ isPrimary }) => isPrimary)).toHaveLength(1)
    expect(one.enrollments.map(({ id }) => id)).toEqual([enrollment.id])
    const [line] = await db().auditLog.findMany({ where: { schoolId: school.id, action: 'student.merge' } })
    expect(line).toMatchObject({ entityId: now.id, reason: 'Es la misma' })
    expect(await unmergeRecords.run(secretary, { mergeId })).toEqual({ keptId: now.id, restoredId: old.id })
    expect(await state()).toEqual(before)
    await expect(unmergeRecords.run(secretary, { mergeId })).rejects.toMatchObject({
      details: { reason: 'merges.refusal.tooLate' },
    })
  })

  it('may swap the document, and gets it back', async () => {
    const { old, now } = await twice()
    const before = await state()
    const { mergeId } = await mergeRecords.run(secretary, { ...pair(old, now), take: ['documentNumber'] })
    expect(await db().student.findUniqueOrThrow(at(old.id))).toMatchObject({
      documentType: 'TI',
      documentNumber: '1098765432',
    })
    await unmergeRecords.run(secretary, { mergeId })
    expect(await state()).toEqual(before)
  })

  it('keep what came after the merge on the one that stayed', async () => {
    const { old, now } = await twice()
    const { mergeId } = await mergeRecords.run(secretary, { ...pair(now, old), take: ['gender'] })
    const { version } = await db().student.findUniqueOrThrow(at(now.id))
    await updateStudent.run(secretary, { studentId: now.id, version, gender: 'M' })
    const later = await addEnrollment(school, { studentId: now.id, yearId: school.nextYearId })
    await unmergeRecords.run(secretary, { mergeId })
    expect(await db().student.findUniqueOrThrow(at(now.id))).toMatchObject({ gender: 'M' })
    expect(await db().enrollment.findUniqueOrThrow(at(later.id))).toMatchObject({ studentId: now.id })
  })

  it('with two enrollments in a year, one of them untouched, ask which one stays', async () => {
    const { old, now, enrollment } = await twice()
    const second = await addEnrollment(school, { studentId: now.id, yearId: school.yearId })
    const seen = await compareRecords.run(secretary, { entity: 'student', keptId: now.id, lostId: old.id })
    expect(seen.conflicts).toMatchObject([{ enrollments: [{ untouched: true }, { untouched: true }] }])
    const before = await state()
    await expect(mergeRecords.run(secretary, pair(now, old))).rejects.toMatchObject({
      details: { reason: 'merges.refusal.sameYear' },
    })
    expect(await state()).toEqual(before)
    const { mergeId } = await mergeRecords.run(secretary, { ...pair(now, old), dropEnrollments: [second.id] })
    expect(await db().enrollment.findMany({ where: { schoolId: school.id } })).toMatchObject([
      { id: enrollment.id, studentId: now.id },
    ])
    await unmergeRecords.run(secretary, { mergeId })
    expect(await state()).toEqual(before)
  })

  it('on which people worked in one year are not merged', async () => {
    const { old, now, enrollment } = await twice()
    const worked = { birth_certificate: 'uploaded' } as const
    const second = await addEnrollment(school, { studentId: now.id, yearId: school.yearId, documents: worked })
    await expect(
      mergeRecords.run(secretary, { ...pair(now, old), dropEnrollments: [second.id] }),
    ).rejects.toMatchObject({ details: { reason: 'merges.refusal.worked' } })
    await db().enrollmentDocument.updateMany({
      where: { schoolId: school.id, enrollmentId: enrollment.id },
      data: { status: 'validated' },
    })
    const seen = await compareRecords.run(secretary, { entity: 'student', keptId: now.id, lostId: old.id })
    expect(seen.refusal).toBe('merges.refusal.bothWorked')
  })

  it('merged by two people at once are merged once', async () => {
    const { old, now } = await twice()
    const both = await Promise.allSettled([
      mergeRecords.run(secretary, pair(now, old)),
      mergeRecords.run(secretary, pair(old, now)),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db().student.count({ where: { schoolId: school.id } })).toBe(1)
  })

  it('are parted by who merged them, or by the rector', async () => {
    const { old, now } = await twice()
    const { mergeId } = await mergeRecords.run(await contextFor(school, 'rector'), pair(now, old))
    expect((await listMerges.run(secretary, {})).items).toMatchObject([{ undoUntil: null }])
    await expect(unmergeRecords.run(secretary, { mergeId })).rejects.toMatchObject({ code: 'forbidden' })
    await unmergeRecords.run(await contextFor(school, 'rector'), { mergeId })
  })

  it('are not parted when the document has become another child’s', async () => {
    const { old, now } = await twice()
    const { mergeId } = await mergeRecords.run(secretary, pair(now, old))
    await addStudent(school, { documentType: 'RC', documentNumber: '55501' })
    await expect(unmergeRecords.run(secretary, { mergeId })).rejects.toMatchObject({
      details: { reason: 'merges.refusal.documentTaken' },
    })
  })
})

it('a record with a row in every table is merged and parted without losing one', async () => {
  const whole = await wholeSchool()
  school = whole
  const rector = await contextFor(whole, 'rector')
  const kept = await addStudent(whole)
  const lost = await db().student.findUniqueOrThrow(at(whole.studentId))
  const before = await state()
  const { mergeId } = await mergeRecords.run(rector, pair(kept, lost))
  expect(await db().consent.count({ where: { schoolId: whole.id, studentId: kept.id } })).toBeGreaterThan(0)
  await unmergeRecords.run(rector, { mergeId })
  expect(await state()).toEqual(before)
})

describe('two records of one guardian', () => {
  it('become one for all children, and two again', async () => {
    const [one, two] = [await addStudent(school), await addStudent(school)]
    const kept = await addGuardian(school, { of: [one.id], phone: '+573001112233' })
    const lost = await addGuardian(school, { of: [one.id, two.id], phone: '+573009998877' })
    const before = await state()
    const { mergeId } = await mergeRecords.run(secretary, { ...pair(kept, lost, 'guardian'), take: ['phone'] })
    expect(await db().guardian.findMany({ where: { schoolId: school.id } })).toMatchObject([
      { id: kept.id, phone: '+573009998877' },
    ])
    const links = await db().studentGuardian.findMany({ where: { schoolId: school.id } })
    expect(links.map(({ studentId }) => studentId).sort()).toEqual([one.id, two.id].sort())
    expect(links.every(({ isPrimary, priority }) => isPrimary && priority === 1)).toBe(true)
    await unmergeRecords.run(secretary, { mergeId })
    expect(await state()).toEqual(before)
    expect(await db().guardian.findUniqueOrThrow(at(kept.id))).toMatchObject({ phone: '+573001112233' })
  })
})
