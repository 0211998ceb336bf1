import { describe, expect, it } from 'vitest'
import { defaultRules, rulesOfGrade } from '../rules'
import { promotionOf } from './rules'

const sixth = rulesOfGrade(defaultRules(), '6')
const areas = (...values: (string | null)[]) => values.map((value, index) => ({ name: `Área ${index + 1}`, value }))

describe('promotion by the default criteria: none failed, up to two wait for recovery, at most 25 % unjustified absence', () => {
  it.each([
    // Everything at 3.0 or above.
    [areas('3', '4.6', '3.9'), '10', 'promoted', 'passed'],
    // 2.95 rounds to 3.0: it is not failed.
    [areas('2.95', '4'), null, 'promoted', 'passed'],
    // One or two failed areas wait for their recovery, three do not.
    [areas('2.9', '4', '4'), '0', 'pending', 'recovery'],
    [areas('2.9', '2.9', '4'), '0', 'pending', 'recovery'],
    [areas('2.9', '2.9', '1'), '0', 'not_promoted', 'failed'],
    // Exactly 25 % is still allowed; a hundredth more is not, whatever the marks.
    [areas('5'), '25', 'promoted', 'passed'],
    [areas('5'), '25.01', 'not_promoted', 'absence'],
    // Something unmarked: no outcome yet.
    [areas('5', null), '0', 'pending', 'unmarked'],
    [areas(), '0', 'pending', 'unmarked'],
  ] as const)('%#', (marks, absencePercent, status, because) => {
    expect(promotionOf(sixth, { marks, absencePercent })).toMatchObject({ status, because })
  })
  it('names what is failed', () => {
    expect(promotionOf(sixth, { marks: areas('2', '3', '1'), absencePercent: null }).failed).toEqual([
      'Área 1',
      'Área 3',
    ])
  })
  it('never fails preschool', () => {
    const preschool = rulesOfGrade(defaultRules(), '0')
    expect(promotionOf(preschool, { marks: areas(null), absencePercent: '90' })).toMatchObject({ status: 'promoted' })
  })
})
