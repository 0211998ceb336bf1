import { beforeEach, expect, it } from 'vitest'
import { mergeRecords, unmergeRecords } from '@/lib/domain/merges/commands'
import { getStudent } from '@/lib/domain/students/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let secretary: SchoolContext
beforeEach(async () => {
  school = await testSchool()
  secretary = await contextFor(school, 'secretary')
})

const db = () => database().prisma
const at = (id: string) => ({ where: { schoolId_id: { schoolId: school.id, id } } })

async function merge(keptId: string, lostId: string, entity: 'student' | 'guardian' = 'student', over: object = {}) {
  const versionOf = async (id: string) =>
    (await (entity === 'student' ? db().student.findUniqueOrThrow(at(id)) : db().guardian.findUniqueOrThrow(at(id))))
      .version
  const [keptVersion, lostVersion] = [await versionOf(keptId), await versionOf(lostId)]
  const { mergeId } = await mergeRecords.run(secretary, { entity, keptId, keptVersion, lostId, lostVersion, ...over })
  return mergeId
}

const linksOf = async (studentId: string) =>
  (
    await db().studentGuardian.findMany({ where: { schoolId: school.id, studentId }, orderBy: { priority: 'asc' } })
  ).map(({ guardianId, isPrimary, canPickup }) => ({ guardianId, isPrimary, canPickup }))

it('of three records the later union is undone first, and nobody loses a guardian', async () => {
  const [a, b, c] = [await addStudent(school), await addStudent(school), await addStudent(school)]
  const [ofA, ofB, ofC] = [
    await addGuardian(school, { of: [a.id] }),
    await addGuardian(school, { of: [b.id] }),
    await addGuardian(school, { of: [c.id] }),
  ]
  const before = await Promise.all([a, b, c].map(({ id }) => linksOf(id)))
  const first = await merge(b.id, a.id)
  const second = await merge(c.id, b.id)
  await expect(unmergeRecords.run(secretary, { mergeId: first })).rejects.toMatchObject({
    details: { reason: 'merges.refusal.laterFirst' },
  })
  expect((await linksOf(c.id)).map(({ guardianId }) => guardianId).sort()).toEqual([ofA.id, ofB.id, ofC.id].sort())
  // An old link to what was merged, even twice, still says which record it is by now.
  const moved = { code: 'not_found', details: { data: { movedTo: c.id } } }
  await expect(getStudent.run(secretary, { studentId: a.id })).rejects.toMatchObject(moved)
  const blind = await getStudent.run(await contextFor(school, 'teacher'), { studentId: a.id }).catch((error) => error)
  expect(blind).toMatchObject({ code: 'not_found', details: {} })
  expect(blind.details.data).toBeUndefined()
  await unmergeRecords.run(secretary, { mergeId: second })
  await expect(getStudent.run(secretary, { studentId: a.id })).rejects.toMatchObject({
    details: { data: { movedTo: b.id } },
  })
  await unmergeRecords.run(secretary, { mergeId: first })
  expect((await getStudent.run(secretary, { studentId: a.id })).id).toBe(a.id)
  expect(await Promise.all([a, b, c].map(({ id }) => linksOf(id)))).toEqual(before)
})

it('what was said of a guardian since stays said', async () => {
  const [kept, lost] = [await addStudent(school), await addStudent(school)]
  const father = await addGuardian(school, { of: [kept.id] })
  const mother = await addGuardian(school, { of: [lost.id] })
  const uncle = await addGuardian(school, { of: [lost.id] })
  await db().studentGuardian.updateMany({ where: { schoolId: school.id }, data: { canPickup: true } })
  const mergeId = await merge(kept.id, lost.id)
  // A judge has spoken: he does not fetch the child any more, and the uncle is no guardian.
  await db().studentGuardian.updateMany({
    where: { schoolId: school.id, guardianId: father.id },
    data: { canPickup: false },
  })
  await db().studentGuardian.deleteMany({ where: { schoolId: school.id, guardianId: uncle.id } })
  await unmergeRecords.run(secretary, { mergeId })
  expect(await linksOf(kept.id)).toEqual([{ guardianId: father.id, isPrimary: true, canPickup: false }])
  expect(await linksOf(lost.id)).toEqual([{ guardianId: mother.id, isPrimary: true, canPickup: true }])
})

it('a guardian comes back to a child who has another first contact by now', async () => {
  const child = await addStudent(school)
  const lost = await addGuardian(school, { of: [child.id] })
  const kept = await addGuardian(school, { of: [child.id] })
  const third = await addGuardian(school, { of: [child.id] })
  const mergeId = await merge(kept.id, lost.id, 'guardian')
  await db().studentGuardian.updateMany({ where: { schoolId: school.id }, data: { isPrimary: false } })
  await db().studentGuardian.updateMany({
    where: { schoolId: school.id, guardianId: third.id },
    data: { isPrimary: true },
  })
  await unmergeRecords.run(secretary, { mergeId })
  const links = await linksOf(child.id)
  expect(links.map(({ guardianId }) => guardianId).sort()).toEqual([kept.id, lost.id, third.id].sort())
  expect(links.filter(({ isPrimary }) => isPrimary)).toMatchObject([{ guardianId: third.id }])
})

it('an enrollment that a roll-over opened, or began with, is not the one that goes', async () => {
  const [kept, lost] = [await addStudent(school), await addStudent(school)]
  const last = await addEnrollment(school, { studentId: lost.id, yearId: school.yearId })
  const next = await addEnrollment(school, { studentId: lost.id, yearId: school.nextYearId })
  const other = await addEnrollment(school, { studentId: kept.id, yearId: school.nextYearId })
  const { id: rolloverId } = await db().rollover.create({
    data: { schoolId: school.id, fromYearId: school.yearId, toYearId: school.nextYearId, status: 'done' },
  })
  await db().rolloverStudent.create({
    data: { schoolId: school.id, rolloverId, enrollmentId: last.id, newEnrollmentId: next.id, status: 'done' },
  })
  await expect(merge(kept.id, lost.id, 'student', { dropEnrollments: [next.id] })).rejects.toMatchObject({
    details: { reason: 'merges.refusal.worked' },
  })
  await merge(kept.id, lost.id, 'student', { dropEnrollments: [other.id] })
  expect(await db().rolloverStudent.count({ where: { schoolId: school.id, newEnrollmentId: next.id } })).toBe(1)
})
