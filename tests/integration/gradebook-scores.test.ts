import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saveScores } from '@/lib/domain/gradebook/scores/commands'
import { readGrid, scoreHistoryOf } from '@/lib/domain/gradebook/scores/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { idempotency } from '@/lib/platform/idempotency'
import { dayToDate } from '@/lib/shared/dates'
import { addAssignment, addCourse } from '../support/academics'
import { contextFor, contextOf } from '../support/context'
import { addActivity, addGradedCourse, type GradedCourse } from '../support/gradebook'
import { newId } from '../support/ids'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let teacher: SchoolContext
let graded: GradedCourse

beforeAll(async () => {
  school = await testSchool()
  teacher = await contextFor(school, 'teacher')
})
beforeEach(async () => {
  graded = await addGradedCourse(school)
})

type Value = { status?: string; score?: string | null; version?: number }
const cell = (student: number, activity: number, { status = 'scored', score = '4.5', version = 0 }: Value = {}) => ({
  activityId: graded.activities[activity]!,
  enrollmentId: graded.students[student]!.enrollmentId,
  status,
  score,
  version,
})
const save = (cells: object[], ctx = teacher, over: object = {}) =>
  saveScores.run(ctx, { ...graded.course, cells, ...over })
const outcome = async (...given: Parameters<typeof save>) => (await save(...given)).cells.map((one) => one.outcome)
const history = async (student = 0, activity = 0) => {
  const { activityId, enrollmentId } = cell(student, activity)
  return (await scoreHistoryOf.run(teacher, { activityId, enrollmentId })).items
}

describe('saving', () => {
  it('writes a new score, its history, and one small line of the audit', async () => {
    const { cells } = await save([cell(0, 0)])
    expect(cells).toEqual(
      [{ ...(graded.students[0] && cell(0, 0)), outcome: 'saved', version: 1 }].map(
        ({ activityId, enrollmentId, outcome, version }) => ({ activityId, enrollmentId, outcome, version }),
      ),
    )
    expect(await history()).toEqual([
      expect.objectContaining({
        before: null,
        after: { status: 'scored', score: '4.5' },
        by: school.members.teacher.name,
        source: 'api',
      }),
    ])
    const lines = await database().prisma.auditLog.findMany({ where: { schoolId: school.id, entityId: graded.id } })
    expect(lines).toEqual([expect.objectContaining({ action: 'course.score', after: { cells: 1 } })])
  })

  it('changes, empties and fills again, and forgets nothing of it', async () => {
    await save([cell(0, 0)])
    await save([cell(0, 0, { score: '3', version: 1 })])
    await save([cell(0, 0, { status: 'cleared', score: null, version: 2 })])
    await save([cell(0, 0, { status: 'late', score: '2.5', version: 3 })])
    expect(
      (await history()).map(({ before, after }) => [before?.status, before?.score, after.status, after.score]),
    ).toEqual([
      ['cleared', null, 'late', '2.5'],
      ['scored', '3', 'cleared', null],
      ['scored', '4.5', 'scored', '3'],
      [undefined, undefined, 'scored', '4.5'],
    ])
  })

  it('saves a block, each cell with its own result', async () => {
    await save([cell(1, 1, { score: '1' })])
    const results = await save([
      cell(0, 0),
      cell(0, 1, { score: '5.1' }),
      cell(1, 0, { status: 'not_submitted', score: null }),
      cell(1, 1, { score: '2' }),
      { ...cell(2, 0), enrollmentId: newId() },
      { ...cell(2, 1), activityId: newId() },
      cell(2, 0, { status: 'excused', score: null }),
    ])
    expect(results.cells.map((one) => one.outcome)).toEqual([
      'saved',
      'out_of_scale',
      'saved',
      'conflict',
      'not_found',
      'not_found',
      'saved',
    ])
    expect(results.cells[3]!.current).toEqual({
      status: 'scored',
      score: '1',
      version: 1,
      by: school.members.teacher.name,
    })
  })

  it.each([{ score: '5.01' }, { score: '4.55' }, { status: 'excused', score: '4' }, { status: 'scored', score: null }])(
    'refuses %j as out of the scale, and writes nothing',
    async (value) => {
      expect(await outcome([cell(0, 0, value)])).toEqual(['out_of_scale'])
      expect(await database().prisma.activityScore.count({ where: { activityId: graded.activities[0]! } })).toBe(0)
    },
  )

  it('is done once however often the same call is sent, with or without its key', async () => {
    const input = { ...graded.course, cells: [cell(0, 0)] }
    const options = () => ({ idempotency: idempotency(`k-${graded.id}`, 'gradebook.saveScores', input) })
    const first = await saveScores.run(teacher, input, options())
    expect(await saveScores.run(teacher, input, options())).toEqual(first)
    expect(await saveScores.run(teacher, input)).toEqual(first)
    expect(await history()).toHaveLength(1)
  })
})

describe('two people in the same cell', () => {
  let colleague: SchoolContext
  beforeEach(async () => {
    const { userId } = await addUser({ fullName: 'Otra Docente' })
    await memberOf(school, userId, ['teacher'])
    await addAssignment(school, graded.id, { teacherId: userId, role: 'support' })
    colleague = await contextOf(school, userId)
  })

  it('the second one is told what the first one wrote, and may then keep the own', async () => {
    await save([cell(0, 0)], colleague)
    const { cells } = await save([cell(0, 0, { score: '2' })])
    expect(cells[0]).toMatchObject({ outcome: 'conflict', current: { score: '4.5', version: 1, by: 'Otra Docente' } })
    expect(await outcome([cell(0, 0, { score: '2', version: 1 })])).toEqual(['saved'])
    expect((await history()).map(({ by }) => by)).toEqual([school.members.teacher.name, 'Otra Docente'])
  })

  it('the same value from both is no conflict', async () => {
    await save([cell(0, 0)], colleague)
    expect(await outcome([cell(0, 0)])).toEqual(['saved'])
    expect(await history()).toHaveLength(1)
  })

  it('at the same moment: one value stands, and both know which', async () => {
    const answers = await Promise.all([
      save([cell(0, 0, { score: '1' })], colleague),
      save([cell(0, 0, { score: '2' })]),
      save([cell(0, 0, { score: '3' })], colleague),
    ])
    expect(answers.map(({ cells }) => cells[0]!.outcome).sort()).toEqual(['conflict', 'conflict', 'saved'])
    const won = answers.findIndex(({ cells }) => cells[0]!.outcome === 'saved') + 1
    for (const { cells } of answers)
      if (cells[0]!.outcome === 'conflict') expect(cells[0]!.current).toMatchObject({ score: String(won), version: 1 })
    expect(await history()).toHaveLength(1)
  })
})

describe('where nothing may be written', () => {
  const refusal = (ctx: SchoolContext = teacher) =>
    save([cell(0, 0)], ctx).then(
      () => null,
      (error) => error,
    )
  const periodStatus = (status: string) =>
    database().prisma.academicPeriod.updateMany({ where: { id: school.periodIds[0]! }, data: { status } })

  it.each(['draft', 'closed', 'published'])('a period that is %s', async (status) => {
    await periodStatus(status)
    try {
      const rector = await contextFor(school, 'rector')
      for (const ctx of [teacher, rector])
        expect(await refusal(ctx)).toMatchObject({
          code: 'not_allowed_now',
          details: { reason: 'gradebook.refusal.periodNotOpen' },
        })
    } finally {
      await periodStatus('open')
    }
  })

  it('a course that was handed in, but for the rector', async () => {
    await database().prisma.periodCourse.create({
      data: {
        schoolId: school.id,
        courseOfferingId: graded.id,
        academicPeriodId: school.periodIds[0]!,
        status: 'submitted',
      },
    })
    expect(await refusal()).toMatchObject({
      code: 'not_allowed_now',
      details: { reason: 'gradebook.refusal.handedIn' },
    })
    expect(await refusal(await contextFor(school, 'rector'))).toBeNull()
  })

  it('a course of somebody else is a course that is not there', async () => {
    const { userId } = await addUser()
    await memberOf(school, userId, ['teacher'])
    expect(await refusal(await contextOf(school, userId))).toMatchObject({ code: 'not_found' })
  })

  it('a coordinator who teaches writes in the own course only', async () => {
    const { userId } = await addUser()
    await memberOf(school, userId, ['teacher', 'coordinator'])
    const both = await contextOf(school, userId)
    expect(await refusal(both)).toMatchObject({ code: 'not_found' })
    await addAssignment(school, graded.id, { teacherId: userId, role: 'support' })
    expect(await refusal(both)).toBeNull()
  })

  it('a teacher whose assignment is over', async () => {
    await database().prisma.teacherAssignment.updateMany({
      where: { courseOfferingId: graded.id },
      data: { validTo: dayToDate('2026-03-01') },
    })
    expect(await refusal()).toMatchObject({ code: 'not_found' })
  })

  it('a student who has left keeps the scores and gets no more', async () => {
    await save([cell(0, 0)])
    await database().prisma.courseEnrollment.updateMany({
      where: { enrollmentId: graded.students[0]!.enrollmentId },
      data: { validTo: dayToDate('2026-04-01') },
    })
    expect(await outcome([cell(0, 0, { score: '1', version: 1 })])).toEqual(['withdrawn'])
    const { students } = await readGrid.run(teacher, graded.course)
    const row = students.find(({ enrollmentId }) => enrollmentId === graded.students[0]!.enrollmentId)
    expect(row).toMatchObject({ until: '2026-04-01', scores: [{ score: '4.5' }, null] })
  })

  it('an activity of another course', async () => {
    const other = await addCourse(school)
    const activityId = await addActivity(school, other.id)
    await expect(save([{ ...cell(0, 0), activityId }])).rejects.toMatchObject({ code: 'not_found' })
  })

  it('without the right to mark', async () => {
    for (const role of ['coordinator', 'secretary', 'student'] as const)
      expect(await refusal(await contextFor(school, role))).toMatchObject({ code: 'forbidden' })
  })
})
