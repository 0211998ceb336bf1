import { describe, expect, it } from 'vitest'
import { removeGuardian } from '@/lib/domain/guardians/removal/commands'
import { updateMembership } from '@/lib/domain/people/commands'
import { readPerson } from '@/lib/domain/people/queries'
import { removeStudent } from '@/lib/domain/students/removal/commands'
import { database } from '@/lib/platform/db/client'
import { AppError } from '@/lib/platform/errors'
import { objectKeysOf } from '@/lib/platform/storage'
import { contextFor } from '../support/context'
import { addGuardian } from '../support/family'
import { tenantModels } from '../support/models'
import { fingerprint, ownerClient } from '../support/rows'
import { addSchoolLife } from '../support/school-life/life'
import { type WholeSchool, wholeSchool } from '../support/whole-school'
import { runQueued } from '../support/worker'

type Counts = Record<string, number>

/** How many rows each table of the school has. */
async function counts(schoolId: string): Promise<Counts> {
  const client = await ownerClient()
  const all: Counts = {}
  for (const { table } of tenantModels) {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table} where school_id = $1`, [
      schoolId,
    ])
    all[table] = rows[0]?.n ?? 0
  }
  return all
}

const gone = (before: Counts, after: Counts) =>
  Object.keys(before)
    .filter((table) => before[table] && !after[table])
    .sort()
const fewer = (before: Counts, after: Counts) =>
  Object.keys(before)
    .filter((table) => (after[table] ?? 0) < (before[table] ?? 0))
    .sort()

async function livingSchool(): Promise<WholeSchool & Awaited<ReturnType<typeof addSchoolLife>>> {
  const school = await wholeSchool()
  return { ...(await addSchoolLife(school)), ...school }
}

/** Columns that name a person, and how many rows still name this one. */
async function namings(userId: string): Promise<string[]> {
  const client = await ownerClient()
  const { rows } = await client.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
     where k.contype = 'f' and k.confrelid = 'users'::regclass`)
  const found: string[] = []
  for (const { table, column } of rows) {
    const named = await client.query(`select from ${table} where ${column} = $1`, [userId])
    if (named.rowCount) found.push(`${table}.${column}`)
  }
  return found
}

describe('a deleted student', () => {
  it('takes along the enrollments and all that hangs on them, and nothing of anybody else', async () => {
    const [school, other] = [await livingSchool(), await livingSchool()]
    const [before, elsewhere] = [await counts(school.id), await fingerprint(other.id)]
    await database().prisma.student.delete({ where: { schoolId_id: { schoolId: school.id, id: school.studentId } } })
    const after = await counts(school.id)
    expect(gone(before, after)).toEqual([
      'absence_excuses',
      'activity_score_history',
      'activity_scores',
      'attendance_corrections',
      'attendance_history',
      'attendance_records',
      'communication_recipients',
      'consents',
      'course_comments',
      'course_enrollments',
      'course_results',
      'discipline_parties',
      'document_files',
      'enrollment_documents',
      'enrollments',
      'group_placements',
      'issued_documents',
      'meeting_decisions',
      'observer_entries',
      'period_observations',
      'piar_adjustments',
      'piar_follow_ups',
      'piar_health',
      'piar_plans',
      'piar_signatures',
      'promotions',
      'record_merges',
      'recoveries',
      'report_cards',
      'rollover_students',
      'student_guardians',
      'students',
    ])
    expect(fewer(before, after)).toHaveLength(gone(before, after).length)
    expect(after.audit_log).toBe(before.audit_log)
    expect(await fingerprint(other.id)).toEqual(elsewhere)
  })
})

describe('removing a student', () => {
  it('is the rector’s, and takes the files that nobody else names out of the store', async () => {
    const school = await livingSchool()
    const { prisma } = database()
    const { studentId } = school
    const student = await prisma.student.findFirstOrThrow({ where: { id: studentId } })
    const input = { studentId, version: student.version, reason: 'Ficha repetida' }
    for (const role of ['secretary', 'coordinator', 'teacher'] as const)
      await expect(removeStudent.run(await contextFor(school, role), input)).rejects.toMatchObject({
        code: 'forbidden',
      })
    const rector = await contextFor(school, 'rector')
    await expect(removeStudent.run(rector, { ...input, version: 99 })).rejects.toMatchObject({ code: 'conflict' })
    const [sent] = await prisma.documentFile.findMany({ where: { schoolId: school.id } })
    expect(await removeStudent.run(rector, input)).toEqual({ studentId, files: 1 })
    expect((await runQueued()).failures).toEqual([])
    expect(await prisma.enrollment.count({ where: { schoolId: school.id } })).toBe(0)
    // An activity, a circular and the minutes still name the other file, and an import its list.
    const lists = await prisma.storedFile.findMany({ where: { schoolId: school.id, purpose: 'import' } })
    const kept = [school.objectKey, ...lists.map(({ objectKey }) => objectKey)].sort()
    expect((await Array.fromAsync(objectKeysOf(school.id))).sort()).toEqual(kept)
    expect(sent?.objectKey).not.toBe(school.objectKey)
    const line = await prisma.auditLog.findFirstOrThrow({ where: { schoolId: school.id, action: 'student.remove' } })
    expect(line).toMatchObject({
      entityId: studentId,
      reason: 'Ficha repetida',
      before: { name: student.fullName },
    })
  })
})

describe('a deleted guardian', () => {
  it('leaves what they sent and accepted, and the family its next one', async () => {
    const [school, other] = [await livingSchool(), await livingSchool()]
    const { guardianId, studentId } = school
    const { prisma } = database()
    const next = await addGuardian(school, { of: [studentId] })
    const of = { schoolId: school.id }
    await prisma.enrollmentDocument.updateMany({ where: of, data: { acceptedByGuardianId: guardianId } })
    const [before, elsewhere] = [await counts(school.id), await fingerprint(other.id)]
    const { version } = await prisma.guardian.findFirstOrThrow({ where: { id: guardianId } })
    await removeGuardian.run(await contextFor(school, 'rector'), { guardianId, version, reason: 'Pidió el borrado' })
    const after = await counts(school.id)
    expect(fewer(before, after)).toEqual([
      'communication_recipients',
      'consents',
      'family_links',
      'guardians',
      'student_guardians',
    ])
    expect(await prisma.absenceExcuse.findMany({ where: of, select: { guardianId: true } })).toEqual([
      { guardianId: null },
    ])
    expect(await prisma.documentFile.findMany({ where: of, select: { guardianId: true } })).toEqual([
      { guardianId: null },
    ])
    const links = await prisma.studentGuardian.findMany({ where: of, select: { guardianId: true, isPrimary: true } })
    expect(links).toEqual([{ guardianId: next.id, isPrimary: true }])
    expect(await fingerprint(other.id)).toEqual(elsewhere)
  })
})

describe('a deleted person', () => {
  it('leaves the records, with an empty reference', async () => {
    const school = await livingSchool()
    const { userId } = school.members.rector
    expect((await namings(userId)).length).toBeGreaterThan(6)
    const before = await counts(school.id)
    await database().prisma.user.delete({ where: { id: userId } })
    const after = await counts(school.id)
    expect(fewer(before, after)).toEqual(['saved_filters', 'school_memberships'])
    expect(await namings(userId)).toEqual([])
    const rules = await database().prisma.evaluationRules.findMany({ where: { schoolId: school.id } })
    expect(rules.map(({ createdBy }) => createdBy)).toEqual([null])
  })

  it('who taught once leaves the past assignments; whoever teaches now stays', async () => {
    const school = await livingSchool()
    const { userId } = school.members.teacher
    const { prisma } = database()
    const { schoolId } = { schoolId: school.id }
    await expect(prisma.user.delete({ where: { id: userId } })).rejects.toThrow('chk_teacher_assignments_teacher')
    expect(await prisma.user.count({ where: { id: userId } })).toBe(1)
    await expect(
      prisma.schoolMembership.delete({ where: { schoolId_id: { schoolId, id: school.members.teacher.membershipId } } }),
    ).rejects.toMatchObject({ code: 'P2003' })

    await prisma.teacherAssignment.updateMany({ where: { schoolId }, data: { validTo: new Date('2026-06-12') } })
    await prisma.user.delete({ where: { id: userId } })
    const assignments = await prisma.teacherAssignment.findMany({ where: { schoolId }, select: { teacherId: true } })
    expect(assignments).toEqual([{ teacherId: null }])
    expect(await prisma.activityScore.findMany({ where: { schoolId }, select: { updatedBy: true } })).toEqual([
      { updatedBy: null },
    ])
    expect(await namings(userId)).toEqual([])
  })

  it('cannot be given a course of a school where they are nobody', async () => {
    const [school, other] = [await livingSchool(), await livingSchool()]
    const stranger = other.members.teacher.userId
    const data = {
      schoolId: school.id,
      courseOfferingId: school.courseOfferingId,
      teacherId: stranger,
      role: 'support',
      validFrom: new Date('2026-02-01'),
    }
    await expect(database().prisma.teacherAssignment.create({ data })).rejects.toMatchObject({ code: 'P2003' })
  })
})

describe('a teacher with courses', () => {
  const leave = async (school: WholeSchool, change: object) => {
    const rector = await contextFor(school, 'rector')
    const { membershipId } = school.members.teacher
    const { version } = await readPerson.run(rector, { membershipId })
    return updateMembership.run(rector, { membershipId, version, ...change })
  }

  it.each([
    ['loses the role', { roles: ['coordinator'] }],
    ['loses the access', { isActive: false }],
  ])('who %s is kept, and the courses are named', async (_, change) => {
    const school = await livingSchool()
    const error = await leave(school, change).catch((refusal) => refusal)
    expect(error).toBeInstanceOf(AppError)
    expect(error.status).toBe(409)
    expect(error.details).toMatchObject({
      reason: 'people.refusal.activeCourses',
      data: { courses: 'Matemáticas 6-A', assignments: [{ subject: 'Matemáticas', group: '6-A' }] },
    })
    // More roles are no farewell.
    await leave(school, { roles: ['teacher', 'coordinator'] })
  })

  it('goes when the courses are handed over, or the year is over', async () => {
    const { prisma } = database()
    const handed = await livingSchool()
    await prisma.teacherAssignment.updateMany({
      where: { schoolId: handed.id },
      data: { validTo: new Date('2026-03-01') },
    })
    expect(await leave(handed, { isActive: false })).toMatchObject({ isActive: false })
    const over = await livingSchool()
    await prisma.schoolYear.updateMany({ where: { schoolId: over.id }, data: { status: 'closed' } })
    expect(await leave(over, { roles: ['coordinator'] })).toMatchObject({ roles: ['coordinator'] })
  })
})
