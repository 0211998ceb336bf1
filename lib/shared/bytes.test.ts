import { expect, it } from 'vitest'
import { showBytes } from './bytes'

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1536, '1,5 kB'],
  [12_300_000, '12 MB'],
  [3_456_000_000, '3,5 GB'],
])('%i is %s', (bytes, shown) => {
  expect(showBytes(bytes, 'es-CO').replace(/\s/g, ' ')).toBe(shown)
})
