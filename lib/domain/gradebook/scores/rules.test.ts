import { describe, expect, it } from 'vitest'
import { empty, parseCell, sameValue, showCell, storedScore } from './rules'

const scale = { min: '0', max: '5', decimals: 1 }
const scored = (score: string) => ({ ok: true, value: { status: 'scored', score } })
const late = (score: string) => ({ ok: true, value: { status: 'late', score } })

describe('what is typed into a cell', () => {
  it.each([
    ['4,5', scored('4.5')],
    ['4.5', scored('4.5')],
    [' 4 ', scored('4')],
    ['4,0', scored('4')],
    ['04', scored('4')],
    [',5', scored('0.5')],
    ['4,', scored('4')],
    ['0', scored('0')],
    ['5,0', scored('5')],
    ['４', scored('4')],
    ['n', { ok: true, value: { status: 'not_submitted', score: null } }],
    ['NP', { ok: true, value: { status: 'not_submitted', score: null } }],
    ['E', { ok: true, value: { status: 'excused', score: null } }],
    ['Ex', { ok: true, value: { status: 'excused', score: null } }],
    ['t4,5', late('4.5')],
    ['T 4,5', late('4.5')],
    ['4,5 t', late('4.5')],
    ['tarde 3', late('3')],
    ['', { ok: true, value: empty }],
    ['–', { ok: true, value: empty }],
    ['5,1', { ok: false, problem: 'outOfScale' }],
    ['45', { ok: false, problem: 'outOfScale' }],
    ['-1', { ok: false, problem: 'notANumber' }],
    ['4,55', { ok: false, problem: 'tooManyDecimals' }],
    ['4,55555', { ok: false, problem: 'tooManyDecimals' }],
    ['t', { ok: false, problem: 'lateNeedsScore' }],
    ['t 9', { ok: false, problem: 'outOfScale' }],
    ['abc', { ok: false, problem: 'notANumber' }],
    ['1e1', { ok: false, problem: 'notANumber' }],
    ['4.5.1', { ok: false, problem: 'notANumber' }],
  ])('%j', (typed, parsed) => expect(parseCell(typed, scale)).toEqual(parsed))

  it('keeps to the lowest score of the scale', () => {
    expect(parseCell('0,9', { min: '1', max: '5', decimals: 1 })).toEqual({ ok: false, problem: 'outOfScale' })
    expect(parseCell('87', { min: '0', max: '100', decimals: 0 })).toEqual(scored('87'))
  })
})

it('shows what it reads', () => {
  for (const typed of ['4,5', 'T 4,5', 'NP', 'EX', '']) {
    const parsed = parseCell(typed, scale)
    expect(parsed.ok && showCell(parsed.value, true)).toBe(typed)
  }
  expect(showCell({ status: 'late', score: '4.5' }, false)).toBe('T 4.5')
  expect(['4', '4.5', '100'].map((score) => showCell({ status: 'scored', score }, true, 1))).toEqual([
    '4,0',
    '4,5',
    '100,0',
  ])
  expect(showCell({ status: 'scored', score: '87' }, true, 0)).toBe('87')
})

it('reads a stored score as a typed one', () => {
  expect(storedScore('4.500')).toBe('4.5')
  expect(sameValue({ status: 'scored', score: storedScore('4.000') }, { status: 'scored', score: '4' })).toBe(true)
  expect(sameValue({ status: 'scored', score: '4' }, { status: 'late', score: '4' })).toBe(false)
})
