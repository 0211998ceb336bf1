import { beforeEach, describe, expect, it } from 'vitest'
import { addCompulsoryAreas, createArea, orderAreas, updateArea } from '@/lib/domain/academics/areas/commands'
import { listAreas } from '@/lib/domain/academics/areas/queries'
import { changePlanStatus, createPlan, updatePlan } from '@/lib/domain/academics/plans/commands'
import { saveGrade } from '@/lib/domain/academics/plans/grades/commands'
import { listPlans, readPlan } from '@/lib/domain/academics/plans/queries'
import { createSubject, updateSubject } from '@/lib/domain/academics/subjects/commands'
import { listSubjects } from '@/lib/domain/academics/subjects/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { addArea, addCourse, addSubject } from '../support/academics'
import { contextFor } from '../support/context'
import { refusal } from '../support/refusal'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let rector: SchoolContext
beforeEach(async () => {
  school = await testSchool()
  rector = await contextFor(school, 'rector')
})

const details = async (work: Promise<unknown>) => (await refusal(work)).details
const areas = async () => (await listAreas.run(rector, {})).items
const historyOf = (entityId: string) =>
  database().prisma.auditLog.findMany({ where: { schoolId: school.id, entityId }, orderBy: { id: 'asc' } })

describe('areas', () => {
  it('begin with the nine of the law, only those that are missing, as often as one asks', async () => {
    await createArea.run(rector, { name: 'matematicas' })
    expect((await addCompulsoryAreas.run(rector, {})).added).toHaveLength(8)
    expect((await addCompulsoryAreas.run(rector, { media: true })).added.map(({ name }) => name)).toEqual([
      'Ciencias económicas, políticas y filosofía',
    ])
    expect((await addCompulsoryAreas.run(rector, { media: true })).added).toEqual([])
    const list = await areas()
    expect(list.map(({ legalCode }) => legalCode)).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 9, null])
    expect(list.map(({ position }) => position)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
  })

  it('have names of their own, an order, and can be switched off', async () => {
    const [a, b] = [await addArea(school, { name: 'Música' }), await addArea(school, { name: 'Danza' })]
    expect(await details(createArea.run(rector, { name: 'MUSICA' }))).toMatchObject({ field: 'name' })
    await orderAreas.run(rector, { areaIds: [b, a] })
    expect((await areas()).map(({ id }) => id)).toEqual([b, a])
    await addArea(school)
    expect((await refusal(orderAreas.run(rector, { areaIds: [a, b] }))).code).toBe('conflict')
    await updateArea.run(rector, { areaId: a, version: 1, name: 'Música y coro', isActive: false })
    const late = await refusal(updateArea.run(rector, { areaId: a, version: 1, name: 'Coro' }))
    expect(late).toMatchObject({ code: 'conflict', details: { current: { name: 'Música y coro', isActive: false } } })
    expect((await historyOf(a)).at(-1)).toMatchObject({
      action: 'area.update',
      before: { name: 'Música', isActive: true },
      after: { name: 'Música y coro', isActive: false },
    })
  })
})

describe('subjects', () => {
  it('have a code that is unique and in capitals, and an area of the same school', async () => {
    const areaId = await addArea(school)
    const { id } = await createSubject.run(rector, { areaId, code: ' mat 1', name: 'Matemáticas' })
    expect((await listSubjects.run(rector, {})).items).toMatchObject([{ code: 'MAT-1', assessment: 'numeric' }])
    const taken = await details(createSubject.run(rector, { areaId, code: 'Mat-1', name: 'Otra' }))
    expect(taken).toMatchObject({ field: 'code', data: { subject: 'Matemáticas' } })
    const other = await testSchool()
    const foreign = createSubject.run(rector, { areaId: await addArea(other), code: 'X', name: 'X' })
    expect((await refusal(foreign)).code).toBe('not_found')
    const foreignSubject = updateSubject.run(rector, { subjectId: await addSubject(other), version: 1, name: 'X' })
    expect((await refusal(foreignSubject)).code).toBe('not_found')
    const empty = await details(createSubject.run(rector, { areaId, code: '  ', name: '' }))
    expect(Object.keys(empty.fields ?? {})).toEqual(['code', 'name'])
    const [elsewhere] = [await addArea(school, { name: 'Cálculo' })]
    await updateSubject.run(rector, { subjectId: id, version: 1, areaId: elsewhere, assessment: 'descriptive' })
    expect((await historyOf(id)).at(-1)).toMatchObject({ after: { area: 'Cálculo', assessment: 'descriptive' } })
  })

  it('keep their way of being assessed once something is graded', async () => {
    const course = await addCourse(school)
    await database().prisma.evaluationActivity.create({
      data: {
        schoolId: school.id,
        courseOfferingId: course.id,
        academicPeriodId: school.periodIds[0]!,
        title: 'Taller',
        type: 'workshop',
        weight: '10',
      },
    })
    const change = { subjectId: course.subjectId, version: 1, assessment: 'descriptive' }
    expect((await details(updateSubject.run(rector, change))).reason).toBe('academics.refusal.assessmentFixed')
  })
})

describe('a study plan', () => {
  const plan = async () => (await createPlan.run(rector, { schoolYearId: school.nextYearId, name: 'General' })).id
  const read = (studyPlanId: string) => readPlan.run(rector, { studyPlanId })
  const save = (studyPlanId: string, version: number, items: object[], over: object = {}) =>
    saveGrade.run(rector, { studyPlanId, gradeLevel: '6', version, weeklyHours: 8, items, ...over })

  it('shows each grade’s hours against those that it must reach, and is approved when none falls short', async () => {
    const [id, mat, ing] = [await plan(), await addSubject(school), await addSubject(school)]
    expect(
      (await details(changePlanStatus.run(rector, { studyPlanId: id, version: 1, status: 'approved' }))).reason,
    ).toBe('academics.refusal.planEmpty')
    const first = [
      { subjectId: mat, weeklyHours: 4.5 },
      { subjectId: ing, weeklyHours: 3, isMandatory: false },
    ]
    expect(await save(id, 0, first)).toMatchObject({ version: 1, total: 7.5, weeklyHours: 8 })
    const short = await details(changePlanStatus.run(rector, { studyPlanId: id, version: 1, status: 'approved' }))
    expect(short).toMatchObject({ reason: 'academics.refusal.hoursShort', data: { grades: 'Sexto' } })
    await save(id, 1, [
      { subjectId: ing, weeklyHours: 3.5 },
      { subjectId: mat, weeklyHours: 4.5 },
    ])
    const [grade] = (await read(id)).grades
    expect(grade).toMatchObject({ version: 2, total: 8, weeklyHours: 8, subjects: 2 })
    expect(grade?.items.find(({ subjectId }) => subjectId === ing)).toMatchObject({
      weeklyHours: 3.5,
      isMandatory: true,
    })
    await changePlanStatus.run(rector, { studyPlanId: id, version: 1, status: 'approved' })
    expect((await details(save(id, 2, first))).reason).toBe('academics.refusal.planApproved')
    const bare = changePlanStatus.run(rector, { studyPlanId: id, version: 2, status: 'draft' })
    expect((await details(bare)).field).toBe('reason')
    await changePlanStatus.run(rector, { studyPlanId: id, version: 2, status: 'draft', reason: 'Faltaba inglés' })
    expect((await historyOf(id)).map(({ action }) => action)).toEqual([
      'plan.create',
      'plan.saveGrade',
      'plan.saveGrade',
      'plan.approve',
      'plan.reopen',
    ])
  })

  it('takes what is not sent out of the grade, and keeps other grades', async () => {
    const [id, mat, ing] = [await plan(), await addSubject(school), await addSubject(school)]
    await save(id, 0, [
      { subjectId: mat, weeklyHours: 4 },
      { subjectId: ing, weeklyHours: 3 },
    ])
    await save(id, 0, [{ subjectId: mat, weeklyHours: 5 }], { gradeLevel: '0' })
    await save(id, 1, [{ subjectId: ing, weeklyHours: 3 }])
    const { grades } = await read(id)
    expect(grades.map(({ gradeLevel, items }) => [gradeLevel, items.map(({ subjectId }) => subjectId)])).toEqual([
      ['0', [mat]],
      ['6', [ing]],
    ])
  })

  it('tells two people who save the same grade, with what the first one saved', async () => {
    const [id, mat] = [await plan(), await addSubject(school)]
    const [one, two] = await Promise.allSettled([
      save(id, 0, [{ subjectId: mat, weeklyHours: 4 }]),
      save(id, 0, [{ subjectId: mat, weeklyHours: 5 }]),
    ])
    expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected'])
    const lost = [one, two].find((result) => result.status === 'rejected')
    const stored = (await read(id)).grades[0]?.items[0]?.weeklyHours
    expect(lost).toMatchObject({
      reason: { code: 'conflict', details: { current: { version: 1, items: [{ weeklyHours: stored }] } } },
    })
  })

  it('names the cells that are wrong', async () => {
    const [id, areaId] = [await plan(), await addArea(school)]
    const [mat, geo] = [await addSubject(school, { areaId }), await addSubject(school, { areaId })]
    const off = await addSubject(school)
    await database().prisma.subject.updateMany({ where: { id: off }, data: { isActive: false } })
    const bad = (items: object[]) => details(save(id, 0, items)).then(({ fields }) => fields)
    expect(await bad([{ subjectId: mat, weeklyHours: 61 }])).toEqual({
      'items.0.weeklyHours': 'validation.weeklyHours',
    })
    expect(await bad([{ subjectId: mat, weeklyHours: 4.25 }])).toEqual({
      'items.0.weeklyHours': 'validation.weeklyHours',
    })
    expect(
      await bad([
        { subjectId: mat, weeklyHours: 4 },
        { subjectId: mat, weeklyHours: 4 },
      ]),
    ).toEqual({
      'items.1.subjectId': 'academics.invalid.subjectTwice',
    })
    expect(await bad([{ subjectId: off, weeklyHours: 4 }])).toEqual({
      'items.0.subjectId': 'academics.invalid.subjectOff',
    })
    const weights = [
      { subjectId: mat, weeklyHours: 4, areaWeight: 60 },
      { subjectId: geo, weeklyHours: 1, areaWeight: 30 },
    ]
    expect(await bad(weights)).toEqual({
      'items.0.areaWeight': 'academics.invalid.weightSum',
      'items.1.areaWeight': 'academics.invalid.weightSum',
    })
    const foreign = save(id, 0, [{ subjectId: await addSubject(await testSchool()), weeklyHours: 4 }])
    expect((await refusal(foreign)).code).toBe('not_found')
  })

  it('is unique by name in its year, and stops with the year', async () => {
    const id = await plan()
    const again = createPlan.run(rector, { schoolYearId: school.nextYearId, name: 'GENERAL' })
    expect((await refusal(again)).code).toBe('duplicate')
    await updatePlan.run(rector, { studyPlanId: id, version: 1, name: 'Plan 2027' })
    const late = await refusal(updatePlan.run(rector, { studyPlanId: id, version: 1, name: 'Otro' }))
    expect(late.details.current).toMatchObject({ name: 'Plan 2027' })
    await database().prisma.schoolYear.updateMany({ where: { id: school.nextYearId }, data: { status: 'archived' } })
    expect((await details(updatePlan.run(rector, { studyPlanId: id, version: 2, name: 'Otro' }))).reason).toBe(
      'academics.refusal.yearOver',
    )
  })

  it('is read by the staff and changed by the rector only', async () => {
    const id = await plan()
    for (const role of ['coordinator', 'secretary', 'teacher'] as const) {
      const ctx = await contextFor(school, role)
      expect((await listPlans.run(ctx, { schoolYearId: school.nextYearId })).items).toHaveLength(1)
      expect((await refusal(updatePlan.run(ctx, { studyPlanId: id, version: 1, name: 'X' }))).code).toBe('forbidden')
    }
    for (const role of ['student', 'acudiente'] as const)
      expect((await refusal(readPlan.run(await contextFor(school, role), { studyPlanId: id }))).code).toBe('forbidden')
    const elsewhere = await contextFor(await testSchool(), 'rector')
    expect((await refusal(readPlan.run(elsewhere, { studyPlanId: id }))).code).toBe('not_found')
  })
})
