import { describe, expect, it } from 'vitest'
import { groupCode, namingOf, occupancy, proposeGroups } from './rules'

describe('the code of a group', () => {
  it.each([
    ['6', 1, 'letter', 'A'],
    ['6', 27, 'letter', 'A1'],
    ['6', 2, 'dash', '6-B'],
    ['0', 1, 'dash', 'T-A'],
    ['23', 1, 'dash', 'C3-A'],
    ['6', 1, 'number', '601'],
    ['11', 12, 'number', '1112'],
    ['-1', 2, 'number', 'J2'],
  ] as const)('of grade %s, number %i, as %s is %s', (grade, number, naming, code) => {
    expect(groupCode(grade, number, naming)).toBe(code)
  })

  it('fills gaps first', () => {
    expect(proposeGroups('6', 2, 'dash', ['6-A', '6-C'])).toEqual(['6-B', '6-D'])
    expect(proposeGroups('6', 0, 'dash', [])).toEqual([])
  })

  it('follows what the school does already', () => {
    const of = (...codes: string[]) => namingOf(codes.map((code) => ({ gradeLevel: '6', code })))
    expect([of(), of('A', 'B'), of('6-A', '6-B', 'C'), of('601', '602')]).toEqual([
      'letter',
      'letter',
      'dash',
      'number',
    ])
  })
})

describe('occupancy', () => {
  it('is open, full or over; without places it has no limit', () => {
    expect([
      occupancy(34, 35).state,
      occupancy(35, 35).state,
      occupancy(36, 35).state,
      occupancy(99, null).state,
    ]).toEqual(['open', 'full', 'over', 'unlimited'])
  })
})
