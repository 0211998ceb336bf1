import { describe, expect, it } from 'vitest'
import { decimal, plainText, rounded } from './decimal'

describe('decimals', () => {
  it('are exact where binary numbers are not', () => {
    expect(plainText(decimal('0.1').plus('0.2'))).toBe('0.3')
    expect(plainText(decimal('4.35').times(100))).toBe('435')
    expect(plainText(rounded(decimal('1.005'), 2, 'half_up'))).toBe('1.01')
  })
  it('give back what a quotient lost before anything is cut off', () => {
    expect(plainText(rounded(decimal(`1.4${'9'.repeat(39)}`), 1, 'truncate'))).toBe('1.5')
    expect(plainText(rounded(decimal('1.49999'), 1, 'truncate'))).toBe('1.4')
  })
  it('lose only the zeros behind the point', () => {
    expect([plainText(decimal('100')), plainText(decimal('4.50')), plainText(decimal('3.0'))]).toEqual([
      '100',
      '4.5',
      '3',
    ])
  })
})
