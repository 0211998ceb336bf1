import { describe, expect, it } from 'vitest'
import { maskDay } from './date-mask'

function type(keys: string): string {
  return [...keys].reduce((text, key) => maskDay(text + key, text), '')
}

describe('maskDay', () => {
  it.each([
    ['05032026', '05/03/2026'],
    ['05/03/2026', '05/03/2026'],
    ['5/3/2026', '5/3/2026'],
    ['5-3-2026', '5-3-2026'],
    ['ab05x03', '05/03/'],
    ['050320261', '05/03/2026'],
  ])('types %s as %s', (keys, shown) => expect(type(keys)).toBe(shown))

  it('lets a slash be deleted', () => {
    expect(maskDay('05', '05/')).toBe('05')
    expect(maskDay('05/03', '05/03/')).toBe('05/03')
  })

  it('takes a pasted date', () => {
    expect(maskDay('05032026', '')).toBe('05/03/2026')
    expect(maskDay('2026-03-05', '')).toBe('2026-03-05')
  })
})
