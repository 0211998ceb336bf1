import { describe, expect, it } from 'vitest'
import type { Texts } from '@/components/layout/texts'
import { placeOf } from './place'

const words = ((key: string) => ({ 'short.6': '6°', 'short.0': 'T', 'short.1': '1°' })[key] ?? key) as Texts<'grades'>

describe('the place of a student', () => {
  it.each([
    ['6', 'A', '6°A'],
    ['6', '6-A', '6-A'],
    ['6', '601', '601'],
    ['0', 'T-A', 'T-A'],
    ['1', '1', '1°1'],
    ['6', null, '6°'],
    ['prejardín', 'B', 'prejardínB'],
    [null, 'A', ''],
  ])('of grade %s in group %s is %s', (grade, code, place) => {
    expect(placeOf(grade, code, words)).toBe(place)
  })
})
