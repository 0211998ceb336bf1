import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/shared/dates'
import { demoYears, runningPeriods } from './years'

describe('the periods of the running year', () => {
  const days = Array.from({ length: 400 }, (_, index) => addDays('2026-07-01', index))

  it.each(['A', 'B'] as const)('calendar %s: lie one after the other in the year on every day', (calendar) => {
    for (const day of days) {
      const year = demoYears(calendar, day, () => '').active
      const periods = runningPeriods(year, day)
      expect(periods[0]!.startsOn, day).toBe(year.startsOn)
      expect(periods.at(-1)!.endsOn, day).toBe(year.endsOn)
      for (const [index, { startsOn, endsOn }] of periods.entries()) {
        expect(startsOn <= endsOn, `${day}: ${startsOn} ${endsOn}`).toBe(true)
        if (index > 0) expect(startsOn, day).toBe(addDays(periods[index - 1]!.endsOn, 1))
      }
    }
  })

  it('have the day in the third, when it lies inside the year', () => {
    for (const day of days) {
      const year = demoYears('A', day, () => '').active
      if (day < addDays(year.startsOn, 2) || day > addDays(year.endsOn, -7)) continue
      const third = runningPeriods(year, day)[2]!
      expect([third.startsOn <= day, day <= third.endsOn], day).toEqual([true, true])
    }
  })

  it('are as a school would cut them late in the year', () => {
    const year = demoYears('A', '2026-11-20', () => '').active
    expect(runningPeriods(year, '2026-11-20').map(({ startsOn }) => startsOn)).toEqual([
      '2026-01-19',
      '2026-04-27',
      '2026-08-03',
      '2026-11-21',
    ])
  })
})
