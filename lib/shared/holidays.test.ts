import { describe, expect, it } from 'vitest'
import { addBusinessDays, businessDaysBetween, easterSunday, holidaysOf, isBusinessDay, isHoliday } from './holidays'

/** Published lists, month and day. */
const published: Record<number, string> = {
  2025: '0101 0106 0324 0417 0418 0501 0602 0623 0630 0720 0807 0818 1013 1103 1117 1208 1225',
  2026: '0101 0112 0323 0402 0403 0501 0518 0608 0615 0629 0713 0720 0807 0817 1012 1102 1116 1208 1225',
  2027: '0101 0111 0322 0325 0326 0501 0510 0531 0607 0705 0712 0720 0807 0816 1018 1101 1115 1208 1225',
  2028: '0101 0110 0320 0413 0414 0501 0529 0619 0626 0703 0710 0720 0807 0821 1016 1106 1113 1208 1225',
}

describe('holidays', () => {
  it.each(Object.entries(published))('of %s are the published ones', (year, list) => {
    const ours = [...holidaysOf(Number(year))].map((day) => day.slice(5).replace('-', ''))
    expect(ours.join(' ')).toBe(list)
  })

  it('has Virgen de Chiquinquirá from 2026 only', () => {
    expect(isHoliday('2025-07-14')).toBe(false)
    expect(isHoliday('2026-07-13')).toBe(true)
  })

  it('knows Easter', () => {
    expect([easterSunday(2000), easterSunday(2026), easterSunday(2038)]).toEqual([
      '2000-04-23',
      '2026-04-05',
      '2038-04-25',
    ])
  })

  it('counts coinciding ones once', () => {
    expect([holidaysOf(2030).size, holidaysOf(2038).size]).toEqual([18, 18])
  })
})

describe('business days', () => {
  it('leave out weekends and holidays', () => {
    expect(isBusinessDay('2026-04-01')).toBe(true)
    expect(isBusinessDay('2026-04-02')).toBe(false)
    expect(isBusinessDay('2026-04-04')).toBe(false)
  })

  it('count a term from the day after', () => {
    expect(addBusinessDays('2026-04-01', 1)).toBe('2026-04-06')
    expect(addBusinessDays('2026-12-23', 10)).toBe('2027-01-08')
    expect(addBusinessDays('2026-05-04', 0)).toBe('2026-05-04')
    expect(businessDaysBetween('2026-12-23', '2027-01-08')).toBe(10)
    expect(businessDaysBetween('2026-04-06', '2026-04-01')).toBe(0)
  })
})
