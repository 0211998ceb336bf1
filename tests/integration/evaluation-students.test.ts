import { describe, expect, it } from 'vitest'
import { explainMark } from '@/lib/domain/evaluation/explain/queries'
import { annulRecovery, planRecovery, recordRecovery } from '@/lib/domain/evaluation/recoveries/commands'
import { listRecoveries } from '@/lib/domain/evaluation/recoveries/queries'
import { readStudentMarks } from '@/lib/domain/evaluation/results/student/queries'
import { database } from '@/lib/platform/db/client'
import { dayToDate } from '@/lib/shared/dates'
import { addCourse, addSubject } from '@/tests/support/academics'
import { contextFor, contextOf } from '@/tests/support/context'
import { aCourse, explain, first, keep, kept, score, second, setPeriod } from '@/tests/support/evaluation'
import { addGuardian } from '@/tests/support/family'
import { addActivity } from '@/tests/support/gradebook'
import { newId } from '@/tests/support/ids'
import { addUser, memberOf } from '@/tests/support/school'

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
