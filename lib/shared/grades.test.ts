import { describe, expect, it } from 'vitest'
import en from '../../messages/en/grades.json'
import es from '../../messages/es/grades.json'
import { gradeLevels, gradeOrder, isGradeLevel, isUnusualAge, nextGrade, stageOf, stages } from './grades'

describe('grades', () => {
  it('are in school order', () => {
    const mixed = ['10', '2', '-2', '21', '0', '99', 'x']
    expect(mixed.sort((a, b) => gradeOrder(a) - gradeOrder(b))).toEqual(['-2', '0', '2', '10', '21', '99', 'x'])
  })

  it('lead on within their way', () => {
    expect([nextGrade('-1'), nextGrade('5'), nextGrade('10'), nextGrade('22')]).toEqual(['0', '6', '11', '23'])
    expect([nextGrade('11'), nextGrade('26'), nextGrade('99')]).toEqual([null, null, null])
  })

  it('belong to a stage', () => {
    expect([stageOf('0'), stageOf('5'), stageOf('6'), stageOf('11'), stageOf('24'), stageOf('99')]).toEqual([
      'preescolar',
      'primaria',
      'secundaria',
      'media',
      'clei',
      'other',
    ])
    expect(isGradeLevel('13')).toBe(false)
  })

  it('have an expected age, two years less and three more', () => {
    expect([2019, 2018, 2022, 2023].map((birth) => isUnusualAge('1', birth, 2026))).toEqual([false, false, false, true])
    expect([2017, 2016].map((birth) => isUnusualAge('1', birth, 2026))).toEqual([false, true])
    expect(isUnusualAge('24', 1960, 2026)).toBe(false)
  })

  it.each([
    ['es', es],
    ['en', en],
  ])('have a name each in %s', (_, texts) => {
    expect(Object.keys(texts.label).sort()).toEqual([...gradeLevels].sort())
    expect(Object.keys(texts.short).sort()).toEqual([...gradeLevels].sort())
    expect(Object.keys(texts.stage).sort()).toEqual([...stages].sort())
  })
})
