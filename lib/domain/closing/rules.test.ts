import { describe, expect, it } from 'vitest'
import type { CourseProgress } from '../gradebook/courses/schema'
import { byTeacher, checkCourse, countAll, isComplete } from './rules'

const course = (over: Partial<CourseProgress> = {}): CourseProgress => ({
  courseId: 'c',
  subject: 'Matemáticas',
  descriptive: false,
  gradeLevel: '6',
  groupCode: '6-A',
  teachers: 'Ana Ruiz',
  students: 30,
  activities: 4,
  weights: '100',
  scores: 120,
  comments: 0,
  handing: 'submitted',
  note: null,
  ...over,
})

describe('what a course lacks', () => {
  it.each([
    ['nothing', {}, []],
    ['cells without a score', { scores: 117 }, ['missingScores']],
    ['weights that do not add up', { weights: '90' }, ['weights']],
    [
      'everything',
      { teachers: '', activities: 0, scores: 0, weights: '0', handing: 'open' as const },
      ['noTeacher', 'noActivities', 'notHandedIn'],
    ],
    ['words in preschool', { descriptive: true, activities: 0, scores: 0, comments: 28 }, ['missingWords']],
    ['students, and so nothing', { students: 0, activities: 0, scores: 0, handing: 'open' as const }, []],
  ])('%s', (_, over, problems) => {
    expect(checkCourse(course(over), true).problems).toEqual(problems)
  })

  it('counts cells: 30 × 4 less 117 are 3', () => {
    expect(checkCourse(course({ scores: 117 }), true)).toMatchObject({ expected: 120, missing: 3 })
    expect(checkCourse(course({ descriptive: true, comments: 28 }), true)).toMatchObject({ expected: 30, missing: 2 })
  })

  it('asks for weights only where the school weighs', () => {
    expect(checkCourse(course({ weights: '90' }), false).problems).toEqual([])
  })
})

it('lists teachers by what they lack', () => {
  const courses = [
    course(),
    course({ scores: 100 }),
    course({ teachers: 'Luis Mora', handing: 'open' }),
    course({ teachers: 'Eva Paz' }),
  ]
  const checked = courses.map((one) => checkCourse(one, true))
  expect(byTeacher(checked)).toEqual([
    { teachers: 'Ana Ruiz', courses: 2, ready: 1, expected: 240, missing: 20 },
    { teachers: 'Luis Mora', courses: 1, ready: 0, expected: 120, missing: 0 },
    { teachers: 'Eva Paz', courses: 1, ready: 1, expected: 120, missing: 0 },
  ])
  const counts = countAll(checked, [
    { groupId: 'g', groupCode: '6-A', gradeLevel: '6', expected: 40, missing: 2, lastMissing: '2026-03-02' },
  ])
  expect(counts).toEqual({ courses: 4, ready: 2, missingScores: 20, missingRolls: 2 })
  expect(isComplete(counts)).toBe(false)
  expect(isComplete({ ...counts, ready: 4 })).toBe(false)
  expect(isComplete({ ...counts, ready: 4, missingRolls: 0 })).toBe(true)
})
