import { expect, test } from 'vitest'
import { defaultRules, rulesOfGrade } from '../../evaluation/rules'
import { neededMark } from './rules'

const rules = rulesOfGrade(defaultRules(), '6')
const periods = (...values: (string | null)[]) => values.map((value, index) => ({ number: index + 1, name: '', value }))

test('the least mark for all open periods that brings the year to the pass mark, after rounding', () => {
  // (2.0 + 2.5 + 2x) / 4 ≥ 2.95, so x ≥ 3.65
  expect(neededMark(rules, periods('2.0', '2.5', null, null))).toEqual({ way: 'reach', mark: '3.7' })
  // 2.8 + 4.5 + 3.9 = 11.2; with 0.6 it is 11.8 / 4 = 2.95
  expect(neededMark(rules, periods('2.8', '4.5', '3.9', null))).toEqual({ way: 'reach', mark: '0.6' })
})

test('where the last period weighs more, less is needed in it', () => {
  const weighed = {
    ...rules,
    periods: [20, 20, 20, 40].map((weight, index) => ({ number: index + 1, weight: String(weight) })),
  }
  // 0.2 × (2 + 2 + 2.5) = 1.3; (2.95 − 1.3) / 0.4 = 4.125
  expect(neededMark(weighed, periods('2', '2', '2.5', null))).toEqual({ way: 'reach', mark: '4.2' })
})

test('out of reach, or over: it takes a recovery', () => {
  expect(neededMark(rules, periods('0.5', null))).toEqual({ way: 'recovery', mark: null })
  expect(neededMark(rules, periods('2.5', '3.0'))).toEqual({ way: 'recovery', mark: null })
  expect(neededMark(rules, periods('2.0', '4.0'))).toEqual({ way: 'passed', mark: null })
})
