import { describe, expect, it } from 'vitest'
import { nitCheckDigit, normalizeNit, showNit } from './nit'

describe('NIT', () => {
  it.each([
    ['899999001', 7],
    ['800197268', 4],
    ['890903938', 8],
    ['890700906', 0],
    ['899999239', 2],
    ['900123456', 8],
    ['900000006', 9],
  ])('%s has the digit %d', (digits, digit) => {
    expect(nitCheckDigit(digits)).toBe(digit)
  })

  it.each([
    ['899.999.001-7', '899999001-7'],
    ['899999001 - 7', '899999001-7'],
    ['899.999.001-8', null],
    ['8999990017', null],
    ['899999001', null],
    ['abc-1', null],
  ])('%s is stored as %s', (raw, nit) => {
    expect(normalizeNit(raw)).toBe(nit)
  })

  it('is shown with dots', () => {
    expect(showNit('899999001-7')).toBe('899.999.001-7')
  })
})
