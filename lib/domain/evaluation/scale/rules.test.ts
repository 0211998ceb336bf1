import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRules, rulesOfGrade } from '../rules'
import { evaluationRules, type StageRules } from '../schema'
import { levelOf, parseScore, passes, round, showScore } from './rules'

const sixth = rulesOfGrade(defaultRules(), '6')
const modes = ['half_up', 'half_even', 'truncate', 'none'] as const
const withMode = (mode: (typeof modes)[number], decimals = 1): StageRules => ({
  ...sixth,
  rounding: { ...sixth.rounding, mode, decimals },
})

describe('rounding and level together', () => {
  // The default bands: Superior from 4.6, Alto from 4.0, Básico from 3.0; one decimal.
  it.each([
    // 2.94: the second decimal is below 5, every rounding gives 2.9, which is Bajo.
    ['2.94', 'half_up', '2.9', 'low'],
    ['2.94', 'half_even', '2.9', 'low'],
    ['2.94', 'truncate', '2.9', 'low'],
    ['2.94', 'none', '2.94', 'low'],
    // 2.95: half up 3.0. To the even: the 9 is odd, so up to 3.0. Cut: 2.9. Unrounded it is below 3.
    ['2.95', 'half_up', '3', 'basic'],
    ['2.95', 'half_even', '3', 'basic'],
    ['2.95', 'truncate', '2.9', 'low'],
    ['2.95', 'none', '2.95', 'low'],
    // 3.95: the same one band further up; 3.9 is still Básico, because bands begin at their lower limit.
    ['3.95', 'half_up', '4', 'high'],
    ['3.95', 'half_even', '4', 'high'],
    ['3.95', 'truncate', '3.9', 'basic'],
    ['3.95', 'none', '3.95', 'basic'],
    // 4.55: half up 4.6, Superior. To the even: the 5 is odd, so up to 4.6. Cut: 4.5, Alto.
    ['4.55', 'half_up', '4.6', 'superior'],
    ['4.55', 'half_even', '4.6', 'superior'],
    ['4.55', 'truncate', '4.5', 'high'],
    ['4.55', 'none', '4.55', 'high'],
    // 4.45: where the two halves differ. Half up 4.5; to the even: the 4 is even, so it stays 4.4.
    ['4.45', 'half_up', '4.5', 'high'],
    ['4.45', 'half_even', '4.4', 'high'],
  ] as const)('%s with %s is %s, %s', (value, mode, mark, level) => {
    expect(round(withMode(mode), value)).toBe(mark)
    expect(levelOf(withMode(mode), value)).toBe(level)
    expect(passes(withMode(mode), value)).toBe(level !== 'low')
  })

  it('leaves no gap between two bands', () => {
    const marks = fc.integer({ min: 0, max: 5000 }).map((thousandths) => (thousandths / 1000).toFixed(3))
    fc.assert(
      fc.property(marks, fc.constantFrom(...modes), fc.integer({ min: 0, max: 3 }), (value, mode, decimals) => {
        const rules = withMode(mode, decimals)
        expect(passes(rules, value)).toBe(levelOf(rules, value) !== 'low')
      }),
    )
  })
})

describe('what a teacher types', () => {
  it.each([
    ['4,5', { ok: true, value: '4.5' }],
    [' 4.50 ', { ok: true, value: '4.5' }],
    ['5', { ok: true, value: '5' }],
    ['55', { ok: false, reason: 'outOfScale' }],
    ['-1', { ok: false, reason: 'notANumber' }],
    ['4,5,', { ok: false, reason: 'notANumber' }],
    ['', { ok: false, reason: 'notANumber' }],
    ['3,25', { ok: false, reason: 'tooManyDecimals' }],
  ])('%s', (text, parsed) => expect(parseScore(sixth, text)).toEqual(parsed))
})

describe('a mark as it is read', () => {
  it('has the decimals of the rounding and the comma of the language', () => {
    expect(showScore(sixth, '3')).toBe('3,0')
    expect(showScore(sixth, '2.95', 'es-CO')).toBe('3,0')
    expect(showScore(sixth, '2.95', 'en-GB')).toBe('3.0')
    expect(showScore(withMode('none'), '2.9')).toBe('2,9')
    expect(showScore(withMode('none'), '2.945')).toBe('2,945')
  })
})

describe('the rules of a year', () => {
  const broken = (change: (rules: ReturnType<typeof defaultRules>) => void) => {
    const rules = defaultRules()
    change(rules)
    return evaluationRules.safeParse(rules).error?.issues.map(({ path, message }) => [path.join('.'), message])
  }
  it('are sound as a school starts with them', () => expect(evaluationRules.parse(defaultRules())).toBeTruthy())
  it.each([
    ['a pass mark outside of the scale', { passMark: '6' }, 'passMark', 'validation.outsideScale'],
    ['a scale upside down', { scale: { min: '5', max: '1', decimals: 1 } }, 'scale.max', 'validation.scaleOrder'],
    ['weights that are not 100', { periods: [{ number: 1, weight: '60' }] }, 'periods', 'validation.percentSum'],
  ])('refuse %s', (_name, change, path, error) => {
    expect(broken((rules) => Object.assign(rules, change))).toContainEqual([path, error])
  })
  it.each(['x', '', '-1', '4.5.5'])('refuse «%s» as a mark, and look no further', (typed) => {
    expect(broken((rules) => Object.assign(rules, { passMark: typed }))).toEqual([['passMark', 'validation.markText']])
  })
  it('refuse bands that do not go down', () => {
    expect(
      broken((rules) => {
        rules.bands = rules.bands.map((band) => (band.level === 'high' ? { ...band, from: '2' } : band))
      }),
    ).toContainEqual(['bands.1.from', 'validation.bandOrder'])
  })
})
