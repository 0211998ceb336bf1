import { describe, expect, it } from 'vitest'
import { defaultHours, hoursState, isHours, parseHours, parsePercent, sumHours, weightProblems } from './rules'

const sum = (...hours: number[]) => sumHours(hours.map((weeklyHours) => ({ weeklyHours })))

describe('the hours of a grade', () => {
  it('are 20 in preschool, 25 in primary, 30 in secondary and media', () => {
    expect(['-2', '0', '1', '5', '6', '9', '10', '11'].map(defaultHours)).toEqual([20, 20, 25, 25, 30, 30, 30, 30])
    expect(['23', '99', 'otro'].map(defaultHours)).toEqual([20, 25, 25])
  })

  it('add up in tenths, not in binary fractions', () => {
    expect(sum(0.1, 0.2)).toBe(0.3)
    expect(sum(...Array.from({ length: 10 }, () => 0.1))).toBe(1)
    expect(sum()).toBe(0)
  })

  it('fall short, fit or exceed', () => {
    expect(hoursState(28.5, 30)).toEqual({ state: 'short', difference: -1.5 })
    expect(hoursState(sum(0.1, 0.2), 0.3)).toEqual({ state: 'exact', difference: 0 })
    expect(hoursState(31, 30)).toEqual({ state: 'over', difference: 1 })
  })

  it('are read as people type them', () => {
    expect(['4', '4,5', ' 4.5 ', '0', '60'].map(parseHours)).toEqual([4, 4.5, 4.5, 0, 60])
    expect(['', '-1', '60,1', '61', '4,55', '1e1', 'cuatro', '4,'].map(parseHours)).toEqual(Array(8).fill(null))
    expect([0.3, 4.5, 4.55].map(isHours)).toEqual([true, true, false])
  })
})

describe('percentages inside an area', () => {
  const items = (...weights: [string, number | null][]) =>
    weights.map(([areaId, areaWeight]) => ({ areaId, areaWeight }))

  it('are all there or none is', () => {
    expect(weightProblems(items(['a', null], ['a', null], ['b', 100]))).toEqual([])
    expect(weightProblems(items(['a', 60], ['b', null], ['a', null]))).toEqual([
      { index: 2, error: 'academics.invalid.weightMissing' },
    ])
  })

  it('make 100', () => {
    expect(weightProblems(items(['a', 33.33], ['a', 33.33], ['a', 33.34]))).toEqual([])
    expect(weightProblems(items(['a', 60], ['a', 39.99])).map(({ index }) => index)).toEqual([0, 1])
  })

  it('are read with comma, point and sign', () => {
    expect(['33,33', '100', '50 %', '100,01', '-1', '33,333'].map(parsePercent)).toEqual([
      33.33,
      100,
      50,
      null,
      null,
      null,
    ])
  })
})
