import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accentTokens, contrast, needsCorrection, textOn } from './contrast'

const grounds = { light: ['#ffffff', '#f7f7f8', '#f1f1f3'], dark: ['#18181c', '#111114', '#222228'] } as const
const muted = { light: '#5b5b66', dark: '#a4a4af' } as const
const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

describe('contrast', () => {
  it('is what WCAG says', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrast('#777777', '#777777')).toBe(1)
  })

  it('writes dark on yellow and white on navy', () => {
    expect(textOn('#ffd400')).toBe('#16161a')
    expect(textOn('#12305e')).toBe('#ffffff')
  })
})

describe('accentTokens', () => {
  it.each(['light', 'dark'] as const)('reads on every surface of the %s theme, whatever the school chose', (theme) => {
    fc.assert(
      fc.property(anyColor, (color) => {
        const tokens = accentTokens(color, theme)
        expect(contrast(tokens.text, tokens.accent)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(tokens.text, tokens.hover)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(muted[theme], tokens.soft)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(tokens.accent, grounds[theme][0])).toBeGreaterThanOrEqual(3)
        for (const ground of [...grounds[theme], tokens.soft]) {
          expect(contrast(tokens.ink, ground)).toBeGreaterThanOrEqual(4.5)
        }
      }),
    )
  })

  it('leaves a good colour alone and mends a pale one', () => {
    expect(accentTokens('#7a1f3d', 'light').accent).toBe('#7a1f3d')
    expect(needsCorrection('#7a1f3d')).toBe(false)
    expect(needsCorrection('#fff3b0')).toBe(true)
  })

  it('refuses what is not a colour', () => {
    expect(() => accentTokens('red', 'light')).toThrow(RangeError)
    expect(needsCorrection('red')).toBe(false)
  })
})

describe('tokens.css', () => {
  const css = readFileSync(new URL('../../app/styles/tokens.css', import.meta.url), 'utf8')
  const light = css.slice(0, css.indexOf('@media'))
  const dark = css.slice(css.indexOf(':root[data-theme="dark"]'))
  const token = (block: string, name: string) => {
    const value = new RegExp(`--${name}: (?:var\\([^,]+, )?(#[0-9a-f]{6})`).exec(block)?.[1]
    if (!value) throw new Error(`No --${name}`)
    return value
  }

  it.each([
    ['light', light],
    ['dark', dark],
  ])('%s: every text on every ground reaches 4.5:1, every control border 3:1', (_, block) => {
    for (const ground of ['bg', 'surface', 'surface-2']) {
      for (const text of ['text', 'text-muted', 'accent-ink', 'ok', 'warning', 'danger', 'info']) {
        expect([ground, text, contrast(token(block, text), token(block, ground)) >= 4.5]).toEqual([ground, text, true])
      }
      expect([ground, contrast(token(block, 'border-strong'), token(block, ground)) >= 3]).toEqual([ground, true])
    }
    for (const tone of ['ok', 'warning', 'danger', 'info']) {
      expect([tone, contrast(token(block, tone), token(block, `${tone}-soft`)) >= 4.5]).toEqual([tone, true])
      expect([tone, contrast(token(block, 'text'), token(block, `${tone}-soft`)) >= 4.5]).toEqual([tone, true])
    }
    for (const text of ['text', 'text-muted', 'accent-ink']) {
      expect([text, contrast(token(block, text), token(block, 'accent-soft')) >= 4.5]).toEqual([text, true])
    }
    expect(contrast(token(block, 'accent-text'), token(block, 'accent'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token(block, 'accent-text'), token(block, 'accent-hover'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token(block, 'danger-text'), token(block, 'danger'))).toBeGreaterThanOrEqual(4.5)
  })
})
