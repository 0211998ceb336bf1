import { describe, expect, it } from 'vitest'
import { type KnownCourse, type PlannedGroup, type PlannedItem, planCourses } from './rules'

const group = (over: Partial<PlannedGroup> = {}): PlannedGroup => ({
  id: 'g',
  code: '6-A',
  gradeLevel: '6',
  studyPlanId: 'p',
  ...over,
})
const item = (subjectId: string, weeklyHours: number, over: Partial<PlannedItem> = {}): PlannedItem => ({
  studyPlanId: 'p',
  gradeLevel: '6',
  subjectId,
  weeklyHours,
  areaWeight: null,
  position: 10,
  ...over,
})
const course = (subjectId: string, weeklyHours: number, version = 1): KnownCourse => ({
  id: `c-${subjectId}`,
  classGroupId: 'g',
  subjectId,
  weeklyHours,
  areaWeight: null,
  version,
})
const planned = (items: PlannedItem[], courses: KnownCourse[], over: Partial<PlannedGroup> = {}, plans = ['p']) =>
  planCourses([group(over)], plans, items, courses)[0]!

describe('courses out of a plan', () => {
  it('are made for what is missing, and changed only while nobody has touched them', () => {
    const items = [item('mat', 5), item('ing', 3), item('edf', 2), item('art', 1)]
    const known = [course('ing', 2), course('edf', 4, 2), course('art', 1), course('danza', 2)]
    const plan = planned(items, known)
    expect(plan.create.map(({ subjectId, weeklyHours }) => [subjectId, weeklyHours])).toEqual([['mat', 5]])
    expect(plan.update).toMatchObject([{ id: 'c-ing', weeklyHours: 3 }])
    expect(plan).toMatchObject({ kept: 1, extra: 1, same: 1, blocked: null })
  })

  it('follow a new percentage too', () => {
    expect(planned([item('mat', 5, { areaWeight: 60 })], [course('mat', 5)]).update).toMatchObject([{ areaWeight: 60 }])
  })

  it('take only the own grade and plan', () => {
    const items = [item('mat', 5, { gradeLevel: '7' }), item('ing', 3, { studyPlanId: 'q' }), item('art', 1)]
    expect(planned(items, [], {}, ['p', 'q']).create.map(({ subjectId }) => subjectId)).toEqual(['art'])
  })

  it('use the only plan of the year where the group names none, and say when there is none', () => {
    const items = [item('mat', 5)]
    expect(planned(items, [], { studyPlanId: null }).create).toHaveLength(1)
    expect(planned(items, [], { studyPlanId: null }, ['p', 'q']).blocked).toBe('noPlan')
    expect(planned(items, [], {}, []).blocked).toBe('noPlan')
    expect(planned(items, [course('danza', 2)], { gradeLevel: '1' })).toMatchObject({ blocked: 'noItems', extra: 1 })
  })

  it('repeated, do nothing', () => {
    const items = [item('mat', 5), item('ing', 3)]
    const made = planned(items, []).create.map(({ subjectId, weeklyHours }) => course(subjectId, weeklyHours))
    expect(planned(items, made)).toMatchObject({ create: [], update: [], same: 2 })
  })
})
