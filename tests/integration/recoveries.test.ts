import { describe, expect, it } from 'vitest'
import { explainMark } from '@/lib/domain/evaluation/explain/queries'
import { recoveredMark } from '@/lib/domain/evaluation/marks/rules'
import { annulRecovery, planRecovery, recordRecovery } from '@/lib/domain/evaluation/recoveries/commands'
import { readCourseRecoveries } from '@/lib/domain/evaluation/recoveries/course/queries'
import { readStudentMarks } from '@/lib/domain/evaluation/results/student/queries'
import type { StageRules } from '@/lib/domain/evaluation/schema'
import { contextFor, contextOf, guardianContext } from '@/tests/support/context'
import { aCourse, first, keep, setPeriod } from '@/tests/support/evaluation'
import { addGuardian, addStudent } from '@/tests/support/family'
import { addUser, memberOf } from '@/tests/support/school'

describe('the recoveries of a course', () => {
  it('are of those who failed, say what a score would make of the mark, and keep who did what', async () => {
    // Ana 0.4 × 4.0 + 0.6 × 2.0 = 2.8, Luis 4.1; with 4.5 the average is (2.8 + 4.5) / 2 = 3.65, rounded 3.7, at most 3.5
    const there = await aCourse({ recovery: { keeps: 'average', ceiling: '3.5' } })
    const { school, course, ana, groupId, rulesId } = there
    const teacher = await contextFor(school, 'teacher')
    const at = { courseOfferingId: course.id, academicPeriodId: school.periodIds[first] as string }
    const read = () => readCourseRecoveries.run(teacher, at)
    const before = await read()
    expect(before.writes).toBe(true)
    expect(before.students).toMatchObject([{ name: ana.name, value: '2.8', before: '2.8', recovery: null, moves: [] }])

    const planned = await planRecovery.run(teacher, { ...at, enrollmentId: ana.enrollmentId })
    await setPeriod(school, first, 'closed', rulesId)
    await keep(school, groupId)
    const record = { recoveryId: planned.id, version: planned.version, score: '4.5', heldOn: '2026-06-20' }
    const done = await recordRecovery.run(teacher, record)
    const foreseen = recoveredMark(before.rules as unknown as StageRules, '2.8', { score: '4.5', ceiling: '3.5' })
    expect([foreseen.value, done.finalValue]).toEqual(['3.5', '3.5'])
    expect((await read()).students).toMatchObject([
      {
        value: '3.5',
        before: '2.8',
        recovery: { status: 'done', score: '4.5' },
        moves: [
          { action: 'record', score: '4.5', finalValue: '3.5', by: school.members.teacher.name },
          { action: 'plan', score: null },
        ],
      },
    ])
    await annulRecovery.run(teacher, { recoveryId: done.id, version: done.version, reason: 'Otro taller' })
    const [line] = (await read()).students
    expect(line).toMatchObject({ value: '2.8', recovery: null })
    expect(line?.moves[0]).toMatchObject({ action: 'annul', reason: 'Otro taller' })
  })

  it('are read by a coordinator, written by the own teacher and the rector, and hidden from others', async () => {
    const { school, course } = await aCourse()
    const at = { courseOfferingId: course.id, academicPeriodId: school.periodIds[first] as string }
    for (const [role, writes] of [
      ['coordinator', false],
      ['rector', true],
    ] as const)
      expect((await readCourseRecoveries.run(await contextFor(school, role), at)).writes).toBe(writes)
    const { userId } = await addUser()
    await memberOf(school, userId, ['teacher'])
    const colleague = await contextOf(school, userId)
    await expect(readCourseRecoveries.run(colleague, at)).rejects.toMatchObject({ code: 'not_found' })
    const teacher = await contextFor(school, 'teacher')
    const elsewhere = { ...at, academicPeriodId: (await aCourse()).school.periodIds[first] as string }
    await expect(readCourseRecoveries.run(teacher, elsewhere)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a family behind its link', () => {
  it('reads the published marks of its own child, the recovery, and why', async () => {
    const { school, course, ana, luis, rulesId, groupId } = await aCourse()
    const teacher = await contextFor(school, 'teacher')
    const of = {
      courseOfferingId: course.id,
      academicPeriodId: school.periodIds[first] as string,
      enrollmentId: ana.enrollmentId,
    }
    const mother = await addGuardian(school, { of: [ana.studentId] })
    const family = await guardianContext(school, mother.id)
    const marks = () => readStudentMarks.run(family, { studentId: ana.studentId })
    expect((await marks()).areas).toEqual([])
    await expect(explainMark.run(family, of)).rejects.toMatchObject({ code: 'not_found' })

    await setPeriod(school, first, 'closed', rulesId)
    await keep(school, groupId)
    const planned = await planRecovery.run(teacher, of)
    const record = { recoveryId: planned.id, version: planned.version, score: '4', heldOn: '2026-06-20' }
    await recordRecovery.run(teacher, record)
    await setPeriod(school, first, 'published')
    expect((await marks()).areas[0]?.subjects[0]?.periods).toMatchObject([
      { shown: '3.0', recovery: { original: '2.8', score: '4.0' } },
    ])
    expect((await explainMark.run(family, of)).mark?.told.map(({ text }) => text).join(' ')).toContain('Recuperación')

    const other = { ...of, enrollmentId: luis.enrollmentId }
    await expect(explainMark.run(family, other)).rejects.toMatchObject({ code: 'not_found' })
    expect((await readStudentMarks.run(family, { studentId: luis.studentId })).areas).toEqual([])
    const stranger = await addGuardian(school, { of: [(await addStudent(school)).id] })
    await expect(explainMark.run(await guardianContext(school, stranger.id), of)).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
