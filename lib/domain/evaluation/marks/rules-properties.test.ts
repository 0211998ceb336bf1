import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '@/lib/shared/decimal'
import { sixth } from '@/tests/support/course-input'
import type { StageRules } from '../schema'
import type { Score } from './activities/rules'
import { type CourseInput, courseMark } from './rules'

const mode = fc.constantFrom('half_up', 'half_even', 'truncate', 'none')
const tenth = fc.integer({ min: 0, max: 50 }).map((tenths) => (tenths / 10).toFixed(1))
const rulesArb: fc.Arbitrary<StageRules> = fc
  .record({
    mode,
    decimals: fc.integer({ min: 0, max: 3 }),
    by: fc.constantFrom('weights', 'categories', 'equal'),
    late: fc.record({ mode: fc.constantFrom('none', 'deduct', 'ceiling'), value: tenth }),
    keeps: fc.constantFrom('higher', 'replaces', 'average'),
    ceiling: fc.option(tenth),
    self: fc.boolean(),
    course: fc.boolean(),
  })
  .map((drawn) => ({
    ...sixth,
    rounding: { ...sixth.rounding, mode: drawn.mode, decimals: drawn.decimals, course: drawn.course },
    late: drawn.late,
    activities: { by: drawn.by, categories: [] },
    recovery: { keeps: drawn.keeps, ceiling: drawn.ceiling },
    selfEvaluation: drawn.self ? { weight: '15', category: 'Ser' } : null,
  })) as fc.Arbitrary<StageRules>

const status = fc.constantFrom('scored', 'late', 'not_submitted', 'excused', 'cleared')
const inputArb: fc.Arbitrary<CourseInput> = fc
  .record({
    work: fc.array(
      fc.record({
        weight: fc.integer({ min: 0, max: 100 }),
        status,
        score: tenth,
        category: fc.option(fc.constantFrom('x', 'y')),
      }),
      { maxLength: 8 },
    ),
    recovery: fc.option(tenth),
  })
  .map(({ work, recovery }) => ({
    activities: work.map(({ weight, category }, index) => ({
      id: `a${index}`,
      title: `A${index}`,
      weight: String(weight),
      categoryId: category,
    })),
    categories: [
      { id: 'x', name: 'Saber', weight: '70' },
      { id: 'y', name: 'Ser', weight: '30' },
    ],
    scores: Object.fromEntries(
      work.map(({ status, score }, index) => [
        `a${index}`,
        { status, score: status === 'scored' || status === 'late' ? score : null } as Score,
      ]),
    ),
    recovery: recovery === null ? null : { score: recovery },
  }))

describe('for all rules and all scores', () => {
  it('stays inside of the scale, and the trace ends in the value', () => {
    fc.assert(
      fc.property(rulesArb, inputArb, (rules, input) => {
        const mark = courseMark(rules, input)
        expect(mark.trace.steps.at(-1)?.value ?? null).toBe(mark.value)
        expect(mark.trace.level).toBe(mark.level)
        if (mark.value === null) return
        expect(decimal(mark.value).cmp(rules.scale.min)).toBeGreaterThanOrEqual(0)
        expect(decimal(mark.value).cmp(rules.scale.max)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })
  it('a better score never lowers the mark', () => {
    fc.assert(
      fc.property(rulesArb, inputArb, fc.nat(), fc.integer({ min: 1, max: 50 }), (rules, input, pick, tenths) => {
        const scored = Object.entries(input.scores).filter(([, score]) => score?.score != null)
        const chosen = scored[pick % Math.max(scored.length, 1)]
        if (!chosen) return
        const [id, score] = chosen as [string, Score & { score: string }]
        const better = Math.min(5, Number(score.score) + tenths / 10).toFixed(1)
        const before = courseMark(rules, input).value
        const after = courseMark(rules, {
          ...input,
          scores: { ...input.scores, [id]: { ...score, score: better } },
        }).value
        expect(decimal(after ?? '-1').cmp(before ?? '-1')).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })
  it('does not depend on the order of the activities or categories', () => {
    fc.assert(
      fc.property(rulesArb, inputArb, (rules, input) => {
        const turned = {
          ...input,
          activities: [...input.activities].reverse(),
          categories: [...input.categories].reverse(),
        }
        expect(courseMark(rules, turned).value).toBe(courseMark(rules, input).value)
      }),
      { numRuns: 300 },
    )
  })
})
