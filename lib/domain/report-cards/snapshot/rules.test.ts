import { describe, expect, test } from 'vitest'
import { defaultRules, rulesOfGrade } from '../../evaluation/rules'
import { type CourseFacts, cardAreas, noAbsences, placeAmong } from './rules'

const rules = rulesOfGrade(defaultRules(), '6')
const preschool = rulesOfGrade(defaultRules(), '0')
const periods = [
  { number: 1, name: 'Periodo 1' },
  { number: 2, name: 'Periodo 2' },
]
const sciences = { id: 's', name: 'Ciencias', position: 2 }
const letters = { id: 'l', name: 'Humanidades', position: 1 }

const five = (value: string) => ({ value, scaleMax: '5' })

const course = (over: Partial<CourseFacts>): CourseFacts => ({
  courseOfferingId: over.subject ?? 'c',
  subject: 'Biología',
  area: sciences,
  position: 0,
  weeklyHours: '1',
  areaWeight: null,
  assessment: 'numeric',
  teacher: null,
  values: {},
  yearRecovery: null,
  recovered: null,
  achievements: [],
  comments: [],
  absences: noAbsences(),
  ...over,
})

describe('areas', () => {
  test('come in the school’s order, with marks by hours in each period and so far', () => {
    const [first, second] = cardAreas(rules, periods, [
      course({ subject: 'Química', weeklyHours: '2', values: { 1: five('3.1'), 2: five('4.5') }, position: 2 }),
      course({ subject: 'Biología', weeklyHours: '4', values: { 1: five('4'), 2: five('3') }, position: 1 }),
      course({ subject: 'Español', area: letters, weeklyHours: '5', values: { 1: five('2.9'), 2: five('3') } }),
    ])
    expect(first).toMatchObject({
      name: 'Humanidades',
      marks: [
        { value: '2.9', level: 'low' },
        { value: '3', level: 'basic' },
      ],
    })
    // 2.95 is rounded to 3.0 before it is compared.
    expect(first?.accumulated).toEqual({ value: '3', level: 'basic' })
    expect(second?.subjects.map(({ name }) => name)).toEqual(['Biología', 'Química'])
    // Period 1: (4.0 × 4 + 3.1 × 2) / 6 = 3.7; period 2: (3.0 × 4 + 4.5 × 2) / 6 = 3.5.
    expect(second?.marks.map((mark) => mark?.value)).toEqual(['3.7', '3.5'])
    // So far: 3.5 and 3.8, so (3.5 × 4 + 3.8 × 2) / 6 = 3.6.
    expect(second?.subjects.map(({ accumulated }) => accumulated?.value)).toEqual(['3.5', '3.8'])
    expect(second?.accumulated).toEqual({ value: '3.6', level: 'basic' })
  })

  test('leave a period without a mark empty, and out of the average', () => {
    const [area] = cardAreas(rules, periods, [course({ values: { 2: five('4.2') } })])
    expect(area?.marks).toEqual([null, { value: '4.2', level: 'high' }])
    expect(area?.accumulated?.value).toBe('4.2')
  })

  test('of a subject in words count only those with numbers', () => {
    const [area] = cardAreas(rules, periods, [
      course({ subject: 'Ética', assessment: 'descriptive', values: { 1: five('1') }, weeklyHours: '9' }),
      course({ subject: 'Religión', values: { 1: five('4'), 2: five('4') } }),
    ])
    expect(area?.accumulated?.value).toBe('4')
    expect(area?.subjects.find(({ name }) => name === 'Ética')).toMatchObject({
      assessment: 'descriptive',
      marks: [null, null],
      accumulated: null,
    })
  })

  test('bring a mark of another scale into this one', () => {
    const [area] = cardAreas(rules, periods, [
      course({ values: { 1: { value: '80', scaleMax: '100' }, 2: five('3') } }),
    ])
    expect(area?.marks.map((mark) => mark?.value)).toEqual(['4', '3'])
    expect(area?.accumulated?.value).toBe('3.5')
  })

  test('of preschool have no numbers, whatever was stored', () => {
    const [area] = cardAreas(preschool, periods, [
      course({ values: { 1: five('5'), 2: five('5') }, comments: [{ kind: 'observation', text: 'Comparte.' }] }),
    ])
    expect(area).toMatchObject({ marks: [null, null], accumulated: null })
    expect(area?.subjects[0]).toMatchObject({ assessment: 'descriptive', comments: [{ text: 'Comparte.' }] })
  })

  test('take a recovery of the year up to its ceiling', () => {
    const [area] = cardAreas(rules, periods, [
      course({ values: { 1: five('2'), 2: five('2.4') }, yearRecovery: { score: '4.5', ceiling: '3' } }),
    ])
    expect(area?.subjects[0]?.accumulated).toEqual({ value: '3', level: 'basic' })
  })
})

test('equal averages share a place', () => {
  const averages = [
    { enrollmentId: 'a', average: 4.2 },
    { enrollmentId: 'b', average: 4.5 },
    { enrollmentId: 'c', average: 4.2 },
    { enrollmentId: 'd', average: 3 },
  ]
  expect(['a', 'b', 'c', 'd', 'e'].map((id) => placeAmong(averages, id)?.place)).toEqual([2, 1, 2, 4, undefined])
})
