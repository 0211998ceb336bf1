import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor'

describe('cursor', () => {
  it('comes back as it went', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null))
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), (values) => {
        const cursor = encodeCursor(values)
        expect(cursor).toMatch(/^[\w-]+$/)
        expect(decodeCursor(cursor, values.length)).toEqual(values)
      }),
    )
  })

  it.each([
    '',
    '!',
    'eyJh',
    'W3siYSI6MX1d',
    encodeCursor(['a']),
    encodeCursor(['a', 'b', 'c']),
    'A'.repeat(3000),
    encodeCursor(['a', 'b'.repeat(2000)]),
    `${encodeCursor(['a', 'b'])}=`,
    '_w_-__8',
    'W_8',
    "1'--",
  ])('%j is refused', (cursor) => {
    expect(decodeCursor(cursor, 2)).toBeNull()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        decodeCursor(text, 1)
      }),
    )
  })
})
