import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as dates from './dates'

describe('days', () => {
  it.each([
    ['05/03/2026', '2026-03-05'],
    ['5-3-2026', '2026-03-05'],
    [' 2026-03-05 ', '2026-03-05'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', null],
    ['31/04/2026', null],
    ['05/13/2026', null],
    ['05/03/26', null],
    ['2026-3-5', null],
    ['0026-01-01', null],
    ['mañana', null],
  ])('%s is read as %s', (text, day) => {
    expect(dates.parseDay(text)).toBe(day)
  })

  it('survive being shown and read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000 }), (offset) => {
        const day = dates.addDays('1900-01-01', offset)
        expect(dates.parseDay(dates.showDay(day))).toBe(day)
        expect(dates.dateToDay(dates.dayToDate(day))).toBe(day)
        expect(dates.daysBetween('1900-01-01', day)).toBe(offset)
      }),
    )
  })

  it('end at midnight in Bogotá, not in London', () => {
    expect(dates.today(new Date('2026-03-05T04:59:59Z'))).toBe('2026-03-04')
    expect(dates.today(new Date('2026-03-05T05:00:00Z'))).toBe('2026-03-05')
  })

  it('know the weekday and the strict form', () => {
    expect([dates.weekday('2026-11-16'), dates.weekday('2026-11-22')]).toEqual([1, 7])
    expect([dates.isIsoDay('2026-03-05'), dates.isIsoDay('05/03/2026'), dates.isIsoDay('2026-02-30')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('age', () => {
  it('changes on the birthday', () => {
    expect(dates.ageOn('2015-06-10', '2026-06-09')).toBe(10)
    expect(dates.ageOn('2015-06-10', '2026-06-10')).toBe(11)
    expect(dates.ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(dates.ageOn('2008-02-29', '2026-03-01')).toBe(18)
  })
})

describe('formatting', () => {
  it('writes days as people do', () => {
    expect(dates.formatDay('2026-03-05')).toBe('5 de marzo de 2026')
    expect(dates.formatDay('2026-03-05', 'es', 'weekday')).toBe('jueves, 5 de marzo')
    expect(dates.formatDay('2026-03-05', 'en')).toBe('March 5, 2026')
  })

  it('writes moments on a clock in Bogotá', () => {
    expect(dates.formatMoment(new Date('2026-03-05T19:07:00Z'))).toBe('05/03/2026, 14:07')
    expect(dates.formatMoment(new Date('2026-03-05T05:07:00Z'))).toBe('05/03/2026, 00:07')
  })

  it.each([
    [0, 'ahora', 'now'],
    [-59, 'ahora', 'now'],
    [-7_300, 'hace 2 h', '2 hr. ago'],
    [-60, 'hace 1 min', '1 min. ago'],
    [-300, 'hace 5 min', '5 min. ago'],
    [-3_600, 'hace 1 h', '1 hr. ago'],
    [-90_000, 'ayer', 'yesterday'],
    [86_400 * 3, 'dentro de 3 días', 'in 3 days'],
    [-86_400 * 8, 'la semana pasada', 'last week'],
    [-86_400 * 15, 'hace 2 semanas', '2 weeks ago'],
    [-86_400 * 310, 'hace 10 meses', '10 months ago'],
    [-86_400 * 800, 'hace 2 años', '2 years ago'],
  ])('%d seconds from now is "%s"', (seconds, es, en) => {
    const now = new Date('2026-03-05T12:00:00Z')
    const moment = new Date(now.getTime() + seconds * 1000)
    expect(dates.relativeTime(moment, now)).toBe(es)
    expect(dates.relativeTime(moment, now, 'en')).toBe(en)
  })
})
