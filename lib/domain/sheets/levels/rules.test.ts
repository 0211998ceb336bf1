import { expect, test } from 'vitest'
import { lowPercent, trendOf, worstOf } from './rules'

const line = (name: string, low: number, total: number) => ({ name, low, total })

test('the worst line is the one with the largest share, not the largest number', () => {
  expect(worstOf([line('Lenguaje', 10, 100), line('Física', 6, 30)])?.name).toBe('Física')
  expect(worstOf([line('Lenguaje', 0, 100)])).toBeNull()
  expect(lowPercent(line('', 1, 8))).toBe(13)
  expect(lowPercent(line('', 0, 0))).toBe(0)
})

test('the trend compares the first period with the last', () => {
  expect(trendOf([line('P1', 18, 100), line('P2', 30, 100), line('P3', 12, 100)])).toEqual({
    kind: 'better',
    first: 'P1',
    last: 'P3',
    before: 18,
    after: 12,
  })
  expect(trendOf([line('P1', 1, 10), line('P2', 2, 20)])).toMatchObject({ kind: 'same', before: 10, after: 10 })
  expect(trendOf([line('P1', 1, 10)])).toEqual({ kind: 'one', first: 'P1', percent: 10 })
  expect(trendOf([])).toBeNull()
})
