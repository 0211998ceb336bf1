import { describe, expect, it } from 'vitest'
import { copyOf, countCopy, type SourceGroup, type SourcePlan, type Structure } from './rules'

const itemOf = (gradeLevel: string, subjectId: string) => ({
  gradeLevel,
  subjectId,
  weeklyHours: 3,
  isMandatory: true,
  areaWeight: null,
  position: 10,
})
const plan = (name: string, ...items: SourcePlan['items']): SourcePlan => ({
  id: name,
  name,
  hours: [...new Set(items.map(({ gradeLevel }) => gradeLevel))].map((gradeLevel) => ({ gradeLevel, weeklyHours: 30 })),
  items,
})
const group = (code: string, over: Partial<SourceGroup> = {}): SourceGroup => ({
  gradeLevel: '6',
  code,
  shift: 'morning',
  capacity: 35,
  room: null,
  plan: 'General',
  directorId: null,
  courses: [],
  ...over,
})
const courseOf = (subjectId: string, ...teacherIds: string[]) => ({
  subjectId,
  weeklyHours: 3,
  areaWeight: null,
  position: 10,
  teacherIds,
})
const empty: Structure = { plans: [], groups: [] }
const all = { courses: true, teachers: true, staff: new Set(['ana', 'luis']), years: { from: '2026', to: '2027' } }

describe('copying a year', () => {
  const from: Structure = {
    plans: [plan('General', itemOf('6', 'mat'), itemOf('6', 'ing'), itemOf('7', 'mat'))],
    groups: [
      group('6-A', { directorId: 'ana', courses: [courseOf('mat', 'ana'), courseOf('ing', 'eva')] }),
      group('6-B', { directorId: 'eva' }),
    ],
  }

  it('brings everything to an empty one, without those who are gone', () => {
    const copy = copyOf(from, empty, all)
    expect(countCopy(copy)).toEqual({ plans: 1, grades: 2, items: 3, groups: 2, directors: 1, courses: 2, teachers: 1 })
    expect(copy.gone).toEqual(['eva'])
    expect(copy.groups.map(({ directorId }) => directorId)).toEqual(['ana', null])
  })

  it('leaves courses and teachers out unless they are wanted', () => {
    expect(countCopy(copyOf(from, empty, { ...all, courses: false }))).toMatchObject({ courses: 0, teachers: 0 })
    expect(countCopy(copyOf(from, empty, { ...all, teachers: false }))).toMatchObject({ courses: 2, teachers: 0 })
  })

  it('leaves a grade alone that the plan has, whatever is in it', () => {
    const to: Structure = { plans: [plan('general', itemOf('6', 'mat'))], groups: [group('6-A', { capacity: 40 })] }
    const copy = copyOf(from, to, { ...all, courses: false })
    expect(copy.plans).toMatchObject([{ name: 'general', isNew: false, grades: ['7'] }])
    expect(copy.groups.map(({ code }) => code)).toEqual(['6-B'])
  })

  it('adds courses to a group that has none, and to no other', () => {
    const withCourses = { plans: from.plans, groups: [group('6-A', { courses: [courseOf('art')] }), group('6-B')] }
    expect(copyOf(from, withCourses, all).courses).toEqual([])
    const without = { plans: from.plans, groups: [group('6-A'), group('6-B')] }
    expect(copyOf(from, without, all).courses).toHaveLength(2)
  })

  it('names a plan after its new year, and finds it again by that name', () => {
    const old: Structure = {
      plans: [plan('Plan 2026', itemOf('6', 'mat'))],
      groups: [group('6-A', { plan: 'Plan 2026' })],
    }
    const copy = copyOf(old, empty, all)
    expect([copy.plans[0]?.name, copy.groups[0]?.plan]).toEqual(['Plan 2027', 'Plan 2027'])
    expect(copyOf(old, { plans: [plan('Plan 2027', itemOf('6', 'ing'))], groups: [] }, all).plans).toEqual([])
  })

  it('repeated, does nothing', () => {
    expect(countCopy(copyOf(from, from, all))).toEqual({
      plans: 0,
      grades: 0,
      items: 0,
      groups: 0,
      directors: 0,
      courses: 0,
      teachers: 0,
    })
  })
})
