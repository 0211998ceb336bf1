import { describe, expect, it } from 'vitest'
import { explainMark } from '@/lib/domain/evaluation/explain/queries'
import { annulRecovery, planRecovery, recordRecovery } from '@/lib/domain/evaluation/recoveries/commands'
import { listRecoveries } from '@/lib/domain/evaluation/recoveries/queries'
import { recompute } from '@/lib/domain/evaluation/results/kept/steps'
import { readStudentMarks } from '@/lib/domain/evaluation/results/student/queries'
import { defaultRules } from '@/lib/domain/evaluation/rules'
import type { EvaluationRules } from '@/lib/domain/evaluation/schema'
import { listSimulationGroups, simulateRules } from '@/lib/domain/evaluation/simulation/queries'
import {
  activateRules,
  createRulesDraft,
  discardRulesDraft,
  saveRulesDraft,
} from '@/lib/domain/evaluation/versions/commands'
import { compareVersions, listRuleVersions } from '@/lib/domain/evaluation/versions/queries'
import { database } from '@/lib/platform/db/client'
import { tenantClient } from '@/lib/platform/db/tenant'
import type { CommandCall } from '@/lib/platform/operation'
import { dayToDate } from '@/lib/shared/dates'
import { addCourse, addGroup, addRules, addSubject, placeStudents } from '@/tests/support/academics'
import { contextFor, contextOf } from '@/tests/support/context'
import { addGuardian } from '@/tests/support/family'
import { addActivity } from '@/tests/support/gradebook'
import { newId } from '@/tests/support/ids'
import { addUser, memberOf, type TestSchool, testSchool } from '@/tests/support/school'

const [first, second] = [0, 1] as const

async function score(
  school: TestSchool,
  activityId: string,
  enrollmentId: string,
  value: string | null,
  status = 'scored',
) {
  await database().prisma.activityScore.create({
    data: { schoolId: school.id, id: newId(), activityId, enrollmentId, status, score: value },
  })
}

async function setPeriod(school: TestSchool, index: 0 | 1, status: string, rulesId?: string) {
  const { prisma } = database()
  const id = school.periodIds[index] as string
  await prisma.academicPeriod.updateMany({ where: { schoolId: school.id, id }, data: { status } })
  if (rulesId)
    await prisma.periodEvent.create({
      data: {
        schoolId: school.id,
        id: newId(),
        academicPeriodId: id,
        evaluationRulesId: rulesId,
        fromStatus: 'open',
        toStatus: 'closed',
      },
    })
}

/** What closing a period does with its marks. */
async function keep(school: TestSchool, classGroupId: string, index: 0 | 1 = first) {
  const ctx = await contextFor(school, 'rector')
  const call = { db: tenantClient(school.id), ctx, audit: () => {} } as unknown as CommandCall
  return recompute(call, { academicPeriodId: school.periodIds[index] as string, classGroupId })
}

const kept = (school: TestSchool) =>
  database().prisma.courseResult.findMany({ where: { schoolId: school.id }, orderBy: { computedAt: 'asc' } })

/** A group of two with one course: Ana 4.0 (40 %) and 2.0 (60 %) = 2.8; Luis 5.0 and 3.5 = 4.1. */
async function aCourse(over: Partial<EvaluationRules> = {}) {
  const school = await testSchool()
  const rulesId = await addRules(school, { ...defaultRules(), ...over })
  const groupId = await addGroup(school)
  const course = await addCourse(school, { groupId, subjectId: await addSubject(school, { name: 'Álgebra' }) })
  const placed = await placeStudents(school, groupId, 2)
  const [ana, luis] = [placed[0]!, placed[1]!]
  await setPeriod(school, first, 'open')
  const quiz = await addActivity(school, course.id, { title: 'Quiz', weight: '40' })
  const exam = await addActivity(school, course.id, { title: 'Examen', weight: '60' })
  await score(school, quiz, ana.enrollmentId, '4')
  await score(school, exam, ana.enrollmentId, '2')
  await score(school, quiz, luis.enrollmentId, '5')
  await score(school, exam, luis.enrollmentId, '3.5')
  return { school, rulesId, groupId, course, ana, luis, quiz, exam }
}

const explain = async (
  school: TestSchool,
  role: 'rector' | 'coordinator' | 'teacher' | 'secretary',
  courseOfferingId: string,
  enrollmentId: string,
  index: 0 | 1 = first,
) =>
  explainMark.run(await contextFor(school, role), {
    courseOfferingId,
    enrollmentId,
    academicPeriodId: school.periodIds[index],
  })

describe('marks of a group', () => {
  it('are written as worked out by hand, and only where something changed', async () => {
    const { school, groupId, ana, luis, exam } = await aCourse()
    expect(await keep(school, groupId)).toBe(2)
    const marks = async () =>
      Object.fromEntries(
        (await kept(school)).map((row) => [row.enrollmentId, [row.value?.toFixed(), row.level, row.version]]),
      )
    // Ana 4.0 × 40 % + 2.0 × 60 % = 1.6 + 1.2 = 2.8; Luis 5.0 × 40 % + 3.5 × 60 % = 2.0 + 2.1 = 4.1
    expect(await marks()).toEqual({ [ana.enrollmentId]: ['2.8', 'low', 1], [luis.enrollmentId]: ['4.1', 'high', 1] })
    expect(await keep(school, groupId)).toBe(0)
    await database().prisma.activityScore.updateMany({
      where: { schoolId: school.id, activityId: exam, enrollmentId: ana.enrollmentId },
      data: { score: '3' },
    })
    expect(await keep(school, groupId)).toBe(1)
    // 1.6 + 3.0 × 60 % = 3.4
    expect(await marks()).toEqual({ [ana.enrollmentId]: ['3.4', 'basic', 2], [luis.enrollmentId]: ['4.1', 'high', 1] })
  })

  it('bring along what was marked in the group that a student came from', async () => {
    const { school, course, ana } = await aCourse()
    const otherGroup = await addGroup(school, { code: '6-B' })
    const other = await addCourse(school, { groupId: otherGroup, subjectId: course.subjectId })
    const { prisma } = database()
    const where = { schoolId: school.id, courseOfferingId: course.id, enrollmentId: ana.enrollmentId }
    await prisma.courseEnrollment.updateMany({ where, data: { validTo: dayToDate('2026-03-13') } })
    await prisma.courseEnrollment.create({
      data: {
        schoolId: school.id,
        id: newId(),
        courseOfferingId: other.id,
        enrollmentId: ana.enrollmentId,
        validFrom: dayToDate('2026-03-16'),
      },
    })
    const essay = await addActivity(school, other.id, { title: 'Ensayo', weight: '100' })
    await score(school, essay, ana.enrollmentId, '5')
    // Before 4.0 (40) and 2.0 (60), after 5.0 (100): (160 + 120 + 500) / 200 = 3.9
    const { mark } = await explain(school, 'rector', other.id, ana.enrollmentId)
    expect(mark).toMatchObject({ value: '3.9', levelName: 'Básico' })
    expect(mark?.told[0]?.parts).toHaveLength(3)
    // The course that she left keeps no mark of hers.
    await keep(school, otherGroup)
    await keep(school, course.classGroupId)
    expect((await kept(school)).filter(({ enrollmentId }) => enrollmentId === ana.enrollmentId)).toHaveLength(1)
  })

  it('are kept under the rules that the period was closed with, whatever comes later', async () => {
    const { school, rulesId, groupId, course, ana } = await aCourse()
    await setPeriod(school, first, 'closed', rulesId)
    await keep(school, groupId)
    const rector = await contextFor(school, 'rector')
    const draft = await createRulesDraft.run(rector, { schoolYearId: school.yearId, source: 'active' })
    const rules = { ...defaultRules(), passMark: '2.5' }
    const saved = await saveRulesDraft.run(rector, { rulesId: draft.id, version: draft.version, rules, note: 'Acta 3' })
    await activateRules.run(rector, { rulesId: draft.id, version: saved.version })
    expect(await keep(school, groupId)).toBe(0)
    const explained = await explain(school, 'rector', course.id, ana.enrollmentId)
    expect(explained).toMatchObject({ rulesNumber: 1, mark: { value: '2.8', passes: true } })
    const { items } = await listRuleVersions.run(rector, {})
    expect(items.map(({ number, status, periods }) => [number, status, periods.length])).toEqual([
      [2, 'active', 0],
      [1, 'superseded', 1],
    ])
    await expect(saveRulesDraft.run(rector, { rulesId, version: 2, rules })).rejects.toMatchObject({
      details: { reason: 'evaluation.refusal.frozen' },
    })
  })
})

describe('versions of the rules', () => {
  it('go from draft to force, one draft at a time, and tell what changes', async () => {
    const school = await testSchool()
    const rector = await contextFor(school, 'rector')
    expect(await listRuleVersions.run(rector, {})).toMatchObject({ current: { id: null, number: 0 }, items: [] })
    const one = await createRulesDraft.run(rector, { schoolYearId: school.yearId, source: 'default' })
    await expect(
      createRulesDraft.run(rector, { schoolYearId: school.yearId, source: 'default' }),
    ).rejects.toMatchObject({
      details: { reason: 'evaluation.refusal.draftExists' },
    })
    await activateRules.run(rector, { rulesId: one.id, version: one.version })
    const two = await createRulesDraft.run(rector, { schoolYearId: school.yearId, source: 'active' })
    await saveRulesDraft.run(rector, {
      rulesId: two.id,
      version: two.version,
      rules: { ...defaultRules(), passMark: '3.5' },
    })
    const { changes } = await compareVersions.run(rector, { rulesId: two.id, otherId: one.id })
    expect(changes).toEqual([{ topic: 'passMark', before: 'Se aprueba con 3,0.', after: 'Se aprueba con 3,5.' }])
    // Others do not see a draft.
    const teacher = await contextFor(school, 'teacher')
    expect((await listRuleVersions.run(teacher, {})).items.map(({ number }) => number)).toEqual([1])
    await expect(compareVersions.run(teacher, { rulesId: two.id, otherId: one.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await discardRulesDraft.run(rector, { rulesId: two.id, version: 2 })
    // The next year begins with a copy.
    const next = await createRulesDraft.run(rector, { schoolYearId: school.nextYearId, source: 'lastYear' })
    expect(next).toMatchObject({ number: 1, status: 'draft' })
    await expect(
      createRulesDraft.run(await contextFor(school, 'coordinator'), {
        schoolYearId: school.nextYearId,
        source: 'lastYear',
      }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a simulation', () => {
  it('names who would change level or promotion on the real scores, and writes nothing', async () => {
    const { school, groupId } = await aCourse()
    const rector = await contextFor(school, 'rector')
    const draft = await createRulesDraft.run(rector, { schoolYearId: school.yearId, source: 'active' })
    // Básico from 2.8: Ana's 2.8 passes; Luis' 4.1 stays Alto.
    const bands = defaultRules().bands.map((band) => (band.level === 'basic' ? { ...band, from: '2.8' } : band))
    await saveRulesDraft.run(rector, {
      rulesId: draft.id,
      version: 1,
      rules: { ...defaultRules(), passMark: '2.8', bands },
    })
    const { items } = await listSimulationGroups.run(rector, { rulesId: draft.id })
    expect(items.map(({ id }) => id)).toEqual([groupId])
    const { changes, students } = await simulateRules.run(rector, { rulesId: draft.id, classGroupId: groupId })
    expect(students).toBe(2)
    expect(
      changes.map((change) => [
        change.kind,
        change.kind === 'promotion' ? change.before : change.before.level,
        change.kind === 'promotion' ? change.after : change.after.level,
      ]),
    ).toEqual([
      ['promotion', 'pending', 'promoted'],
      ['area', 'low', 'basic'],
      ['subject', 'low', 'basic'],
    ])
    expect(await kept(school)).toHaveLength(0)
  })
  it('leaves closed periods alone unless asked for all', async () => {
    const { school, groupId, rulesId } = await aCourse()
    await setPeriod(school, first, 'closed', rulesId)
    await keep(school, groupId)
    const rector = await contextFor(school, 'rector')
    const draft = await createRulesDraft.run(rector, { schoolYearId: school.yearId, source: 'active' })
    // All alike: Ana (4 + 2) / 2 = 3.0 instead of 2.8; Luis (5 + 3.5) / 2 = 4.25 → 4.3, Alto as before.
    const rules = { ...defaultRules(), activities: { by: 'equal', categories: [] } }
    await saveRulesDraft.run(rector, { rulesId: draft.id, version: 1, rules })
    const input = { rulesId: draft.id, classGroupId: groupId }
    expect((await simulateRules.run(rector, input)).changes).toEqual([])
    expect((await simulateRules.run(rector, { ...input, scope: 'all' })).changes).toHaveLength(3)
  })
})

describe('a recovery', () => {
  it('lifts a failed mark up to the ceiling, before and after closing, and can be taken back', async () => {
    const { school, course, groupId, ana, luis, rulesId } = await aCourse()
    const teacher = await contextFor(school, 'teacher')
    const of = { courseOfferingId: course.id, academicPeriodId: school.periodIds[0] }
    await expect(planRecovery.run(teacher, { ...of, enrollmentId: luis.enrollmentId })).rejects.toMatchObject({
      details: { reason: 'evaluation.recovery.refusal.passed' },
    })
    await setPeriod(school, first, 'closed', rulesId)
    await keep(school, groupId)
    await setPeriod(school, first, 'published')
    const planned = await planRecovery.run(teacher, { ...of, enrollmentId: ana.enrollmentId })
    expect(planned).toMatchObject({ status: 'planned', originalValue: '2.8', ceiling: '3' })
    await expect(planRecovery.run(teacher, { ...of, enrollmentId: ana.enrollmentId })).rejects.toMatchObject({
      details: { reason: 'evaluation.recovery.refusal.exists' },
    })
    const record = (value: string) => ({
      recoveryId: planned.id,
      version: planned.version,
      score: value,
      heldOn: '2026-06-20',
    })
    await expect(recordRecovery.run(teacher, record('7'))).rejects.toMatchObject({ details: { field: 'score' } })
    // 4.5 counts as 3.0; of 2.8 and 3.0 the better stays
    const done = await recordRecovery.run(teacher, record('4,5'))
    expect(done).toMatchObject({ status: 'done', score: '4.5', finalValue: '3', originalValue: '2.8' })
    const marks = async () =>
      (await kept(school)).find(({ enrollmentId }) => enrollmentId === ana.enrollmentId)?.value?.toFixed()
    expect(await marks()).toBe('3')
    await expect(recordRecovery.run(teacher, record('2'))).rejects.toMatchObject({ code: 'conflict' })
    await annulRecovery.run(teacher, { recoveryId: done.id, version: done.version, reason: 'Se registró por error' })
    expect(await marks()).toBe('2.8')
    expect((await listRecoveries.run(teacher, { courseOfferingId: course.id })).items).toMatchObject([
      { status: 'annulled' },
    ])
  })
  it('is only for the teacher of the course', async () => {
    const { school, course, ana } = await aCourse()
    const stranger = await addUser()
    await memberOf(school, stranger.userId, ['teacher'])
    const ctx = await contextOf(school, stranger.userId)
    await expect(
      planRecovery.run(ctx, { courseOfferingId: course.id, enrollmentId: ana.enrollmentId }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(listRecoveries.run(ctx, { courseOfferingId: course.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      explainMark.run(ctx, { courseOfferingId: course.id, enrollmentId: ana.enrollmentId }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('«¿Por qué esta nota?»', () => {
  it('tells the way to a mark, to the year and to promotion', async () => {
    const { school, course, ana } = await aCourse()
    const told = await explain(school, 'teacher', course.id, ana.enrollmentId)
    expect(told.mark?.told).toEqual([
      {
        text: 'Promedio de las actividades por su porcentaje: 2,8.',
        parts: ['Quiz: 4,0 (vale el 40 %)', 'Examen: 2,0 (vale el 60 %)'],
      },
      { text: '2,8 es desempeño Bajo.', parts: [] },
    ])
    expect(told).toMatchObject({
      subject: 'Álgebra',
      rulesNumber: 1,
      yearMark: { value: '2.8' },
      areaMark: { value: '2.8' },
      promotion: { status: 'pending', soFar: true },
    })
  })
  it('shows a family its own child, once the period is published', async () => {
    const { school, course, ana, luis, groupId, rulesId } = await aCourse()
    await addGuardian(school, { of: [ana.studentId], userId: school.members.acudiente.userId })
    const family = await contextFor(school, 'acudiente')
    const ask = (enrollmentId: string) =>
      explainMark.run(family, { courseOfferingId: course.id, enrollmentId, academicPeriodId: school.periodIds[0] })
    await expect(ask(ana.enrollmentId)).rejects.toMatchObject({ code: 'not_found' })
    await setPeriod(school, first, 'closed', rulesId)
    await keep(school, groupId)
    await expect(ask(ana.enrollmentId)).rejects.toMatchObject({ code: 'not_found' })
    await setPeriod(school, first, 'published')
    expect(await ask(ana.enrollmentId)).toMatchObject({ mark: { value: '2.8', shown: '2,8' } })
    await expect(ask(luis.enrollmentId)).rejects.toMatchObject({ code: 'not_found' })
    // What is still being marked stays with the school.
    await setPeriod(school, second, 'open')
    const exam = await addActivity(school, course.id, { periodId: school.periodIds[1] as string })
    await score(school, exam, ana.enrollmentId, '5')
    expect((await ask(ana.enrollmentId)).yearMark.value).toBe('2.8')
    expect((await explain(school, 'coordinator', course.id, ana.enrollmentId)).yearMark.value).toBe('3.9')
    await expect(explain(school, 'secretary', course.id, ana.enrollmentId)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe("a student's marks of the year", () => {
  it('are all there for the school, the own subjects for a teacher, the published ones for the family', async () => {
    const { school, course, ana, luis, groupId, rulesId } = await aCourse()
    const other = await addCourse(school, { groupId, subjectId: await addSubject(school), teacherId: null })
    await database().prisma.courseEnrollment.create({
      data: {
        schoolId: school.id,
        id: newId(),
        courseOfferingId: other.id,
        enrollmentId: ana.enrollmentId,
        validFrom: dayToDate('2026-01-19'),
      },
    })
    await addGuardian(school, { of: [ana.studentId], userId: school.members.acudiente.userId })
    const ask = async (role: 'coordinator' | 'teacher' | 'acudiente', studentId: string) =>
      readStudentMarks.run(await contextFor(school, role), { studentId })
    const all = await ask('coordinator', ana.studentId)
    expect(all.areas.flatMap(({ subjects }) => subjects)).toHaveLength(2)
    expect(all).toMatchObject({ promotion: 'pending', complete: false, periods: [{ status: 'open' }, {}] })
    const own = await ask('teacher', ana.studentId)
    expect(own.areas.flatMap(({ subjects }) => subjects.map(({ courseOfferingId }) => courseOfferingId))).toEqual([
      course.id,
    ])
    expect(own).toMatchObject({
      promotion: null,
      areas: [{ marks: null, subjects: [{ year: { value: '2.8', level: 'low' } }] }],
    })
    expect((await ask('acudiente', ana.studentId)).areas).toEqual([])
    await setPeriod(school, first, 'closed', rulesId)
    await keep(school, groupId)
    await setPeriod(school, first, 'published')
    const family = await ask('acudiente', ana.studentId)
    expect(family.periods).toHaveLength(1)
    expect(family.areas.flatMap(({ subjects }) => subjects.map(({ year }) => year.shown)).sort()).toEqual(['2.8', null])
    // Somebody else's child, and a child in no course of the teacher's: nothing, as if there were none.
    expect(await ask('acudiente', luis.studentId)).toMatchObject({ enrollmentId: null, areas: [] })
    const stranger = await addUser()
    await memberOf(school, stranger.userId, ['teacher'])
    const nobody = await readStudentMarks.run(await contextOf(school, stranger.userId), { studentId: ana.studentId })
    expect(nobody).toMatchObject({ enrollmentId: null, areas: [] })
  })
})
