import { expect, test } from 'vitest'
import { Tally } from './tally'

test('sums all kinds in the last line', () => {
  const tally = new Tally()
  tally.add('unit', { passed: 10, skipped: 1 })
  tally.add('e2e', { passed: 2, failed: 1 })
  tally.add('unit', { passed: 1 })
  expect(tally.lines().at(-1)).toBe('13 passed, 1 failed')
  expect(tally.lines()[0]).toMatch(/^unit +11 passed +0 failed, 1 skipped$/)
})
