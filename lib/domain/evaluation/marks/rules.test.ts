import { describe, expect, it } from 'vitest'
import { course, sixth } from '@/tests/support/course-input'
import { defaultRules, rulesOfGrade } from '../rules'
import type { StageRules } from '../schema'
import { areaMark, type CourseInput, courseMark, yearMark } from './rules'

const rounding = (mode: StageRules['rounding']['mode']) => ({ ...sixth.rounding, mode })
const value = (rules: StageRules, input: CourseInput) => courseMark(rules, input).value

describe('a course in a period, worked by hand', () => {
  it('weighs', () => {
    // 4.0 × 40 % + 3.5 × 30 % + 2.0 × 30 % = 1.60 + 1.05 + 0.60 = 3.25 → 3.3 half up, 3.2 cut, 3.2 to the even
    const input = course([
      [40, '4'],
      [30, '3.5'],
      [30, '2'],
    ])
    expect(value(sixth, input)).toBe('3.3')
    expect(value({ ...sixth, rounding: rounding('truncate') }, input)).toBe('3.2')
    expect(value({ ...sixth, rounding: rounding('half_even') }, input)).toBe('3.2')
    expect(value({ ...sixth, rounding: rounding('none') }, input)).toBe('3.25')
  })
  it('counts what was not handed in with the minimum and leaves the excused and the unmarked out', () => {
    // 4.0 × 40 + 0.0 × 20 + (30 excused) + (10 unmarked): 160 / 60 = 2.666… → 2.7
    const input = course([
      [40, '4'],
      [20, 'not_submitted'],
      [30, 'excused'],
      [10, null],
    ])
    expect(value(sixth, input)).toBe('2.7')
    // Ignored: 160 / 40 = 4
    expect(value({ ...sixth, missing: { notSubmitted: 'ignore' } }, input)).toBe('4')
    // An emptied cell is as if it had never been written: 4 alone.
    expect(
      value(
        sixth,
        course([
          [40, '4'],
          [60, 'cleared'],
        ]),
      ),
    ).toBe('4')
  })
  it('has no mark while nothing counts', () => {
    expect(
      courseMark(
        sixth,
        course([
          [50, null],
          [50, 'excused'],
        ]),
      ),
    ).toMatchObject({ value: null, level: null, passes: null })
  })
  it('counts alike when no activity has a weight, or the school wants it so', () => {
    // (3 + 3 + 4) / 3 = 3.333… → 3.3
    expect(
      value(
        sixth,
        course([
          [0, '3'],
          [0, '3'],
          [0, '4'],
        ]),
      ),
    ).toBe('3.3')
    expect(
      value(
        { ...sixth, activities: { by: 'equal', categories: [] } },
        course([
          [90, '3'],
          [5, '3'],
          [5, '4'],
        ]),
      ),
    ).toBe('3.3')
  })
  it('weighs by categories, and thirds become wholes again', () => {
    // Saber (1 + 0 + 0) / 3 = 0.333… × 30 % = 0.1; Hacer 2.0 × 70 % = 1.4; together exactly 1.5, which a cut must not make 1.4
    const by: StageRules = {
      ...sixth,
      rounding: rounding('truncate'),
      activities: { by: 'categories', categories: [] },
    }
    const categories = [
      { id: 's', name: 'Saber', weight: '30' },
      { id: 'h', name: 'Hacer', weight: '70' },
    ]
    const work: [number, string, string][] = [
      [0, '1', 's'],
      [0, '0', 's'],
      [0, '0', 's'],
      [0, '2', 'h'],
    ]
    expect(value(by, course(work, { categories }))).toBe('1.5')
    // Work outside of the categories does not count.
    expect(value(by, course([...work, [50, '5', 'gone']], { categories }))).toBe('1.5')
  })
  it('adds self-evaluation with its own percentage', () => {
    // Work: 3.0; self-evaluation 5.0; 3.0 × 90 % + 5.0 × 10 % = 2.7 + 0.5 = 3.2
    const by: StageRules = { ...sixth, selfEvaluation: { weight: '10', category: 'Autoevaluación' } }
    const categories = [{ id: 'self', name: 'Autoevaluación', weight: '0' }]
    expect(
      value(
        by,
        course(
          [
            [100, '3'],
            [0, '5', 'self'],
          ],
          { categories },
        ),
      ),
    ).toBe('3.2')
    // Not written yet: the work alone.
    expect(
      value(
        by,
        course(
          [
            [100, '3'],
            [0, null, 'self'],
          ],
          { categories },
        ),
      ),
    ).toBe('3')
  })
  it('lowers what came late as the school says', () => {
    const late = (mode: 'deduct' | 'ceiling', points: string) => {
      const input = course([[100, '4.5']], { scores: { a0: { status: 'late', score: '4.5' } } })
      return value({ ...sixth, late: { mode, value: points } }, input)
    }
    expect(late('deduct', '0.5')).toBe('4')
    expect(late('ceiling', '3.8')).toBe('3.8')
    expect(late('deduct', '9')).toBe('0')
  })
  it('reads a score of an earlier scale as its share of the maximum', () => {
    // 80 of 100 is 4 of 5
    const input = course([[100, '80']], { scores: { a0: { status: 'scored', score: '80', scaleMax: '100' } } })
    expect(value(sixth, input)).toBe('4')
  })
  it('never gives a number in preschool', () => {
    expect(courseMark(rulesOfGrade(defaultRules(), '0'), course([[100, '5']]))).toMatchObject({
      value: null,
      level: null,
    })
  })
})

describe('a recovery, worked by hand', () => {
  const failed = course([[100, '2.4']])
  const recover = (keeps: 'higher' | 'replaces' | 'average', score: string, ceiling: string | null = '3') =>
    value({ ...sixth, recovery: { keeps, ceiling } }, { ...failed, recovery: { score } })
  it('lifts up to the ceiling', () => {
    expect(recover('higher', '4.5')).toBe('3') // 4.5 counts as 3.0; the better of 2.4 and 3.0
    expect(recover('higher', '2')).toBe('2.4') // worse than before: the mark stays
    expect(recover('higher', '4.5', null)).toBe('4.5') // no ceiling
  })
  it('replaces or is averaged, where the school says so', () => {
    expect(recover('replaces', '2')).toBe('2')
    expect(recover('average', '3.4')).toBe('2.9') // (2.4 + 3.4) / 2 = 2.9
    expect(recover('average', '5')).toBe('3') // (2.4 + 5) / 2 = 3.7, at most 3.0
  })
  it('keeps the ceiling of the day it was recorded', () => {
    expect(value(sixth, { ...failed, recovery: { score: '4.5', ceiling: '3.5' } })).toBe('3.5')
  })
})

describe('area and year, worked by hand', () => {
  const subject = (name: string, mark: string | null, hours: string, weight: string | null = null) => ({
    name,
    value: mark,
    hours,
    weight,
  })
  it('weighs the subjects of an area by hours', () => {
    // Lengua castellana 3.0 with 4 h, Inglés 2.0 with 3 h: (12 + 6) / 7 = 2.571… → 2.6
    const subjects = [subject('Lengua castellana', '3', '4'), subject('Inglés', '2', '3')]
    expect(areaMark(sixth, { subjects }).value).toBe('2.6')
    // Alike: 2.5. By shares 60/40: 1.8 + 0.8 = 2.6
    expect(areaMark({ ...sixth, area: { by: 'equal' } }, { subjects }).value).toBe('2.5')
    const shared = [subject('Lengua castellana', '3', '4', '80'), subject('Inglés', '2', '3', '20')]
    expect(areaMark({ ...sixth, area: { by: 'weights' } }, { subjects: shared }).value).toBe('2.8') // 2.4 + 0.4
    // A subject without a share: by hours after all.
    expect(
      areaMark({ ...sixth, area: { by: 'weights' } }, { subjects: [...shared, subject('Lectura', '3', '1')] }).value,
    ).toBe('2.6') // (12 + 6 + 3) / 8 = 2.625
  })
  it('weighs the periods, those not marked yet left out, and rounds once', () => {
    const periods = (marks: (string | null)[]) =>
      marks.map((mark, index) => ({ number: index + 1, name: `Periodo ${index + 1}`, value: mark }))
    const weighed: StageRules = {
      ...sixth,
      periods: [20, 20, 30, 30].map((weight, index) => ({ number: index + 1, weight: String(weight) })),
    }
    // 2.5 × 20 + 3.0 × 20 + 3.5 × 30 + 2.8 × 30 = 50 + 60 + 105 + 84 = 299 / 100 = 2.99 → 3.0
    expect(yearMark(weighed, { periods: periods(['2.5', '3', '3.5', '2.8']) })).toMatchObject({
      value: '3',
      level: 'basic',
    })
    // Two periods so far: (50 + 60) / 40 = 2.75 → 2.8
    expect(yearMark(weighed, { periods: periods(['2.5', '3', null, null]) }).value).toBe('2.8')
    // A final recovery of 3.4 lifts 2.8 to the ceiling of 3.0
    expect(yearMark(weighed, { periods: periods(['2.5', '3', null, null]), recovery: { score: '3.4' } }).value).toBe(
      '3',
    )
  })
})
