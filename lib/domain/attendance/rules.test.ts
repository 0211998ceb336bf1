import { describe, expect, it, test } from 'vitest'
import { countStatuses, isSchoolDay, needsReason, nextStatus, rates, rollLock, schoolDaysSince } from './rules'

// 2026: 2 November is the Monday of All Saints' holiday, 16 November that of Cartagena.
describe('school days', () => {
  test.each([
    ['2026-11-20', [], true],
    ['2026-11-21', [], false],
    ['2026-11-16', [], false],
    ['2026-11-20', [{ day: '2026-11-20', kind: 'recess' }], false],
    ['2026-11-20', [{ day: '2026-11-20', kind: 'event' }], true],
    ['2026-11-21', [{ day: '2026-11-21', kind: 'extra' }], true],
  ])('%s with %j: %s', (day, exceptions, expected) => expect(isSchoolDay(day, exceptions)).toBe(expected))

  it('are counted from the day after', () => {
    expect(schoolDaysSince('2026-11-13', '2026-11-13', [])).toBe(0)
    // Saturday, Sunday and the holiday of Monday do not count.
    expect(schoolDaysSince('2026-11-13', '2026-11-17', [])).toBe(1)
    expect(schoolDaysSince('2026-11-13', '2026-11-20', [{ day: '2026-11-19', kind: 'off' }])).toBe(3)
  })
})

describe('who may write a list', () => {
  const year = { startsOn: '2026-01-19', endsOn: '2026-11-27', status: 'active' }
  const asked = { day: '2026-11-13', today: '2026-11-20', year, right: 'own' as const, windowDays: 3, exceptions: [] }
  test.each([
    [{ day: '2026-11-17' }, null],
    [{ day: '2026-11-13' }, 'window'],
    [{ day: '2026-11-13', exceptions: [{ day: '2026-11-19', kind: 'off' }] }, null],
    [{ day: '2026-11-13', windowDays: 0 }, 'window'],
    [{ day: '2026-11-20', windowDays: 0 }, null],
    [{ day: '2026-11-13', right: 'all' as const }, null],
    [{ day: '2026-11-20', right: 'none' as const }, 'reader'],
    [{ day: '2026-11-21', right: 'all' as const }, 'future'],
    [{ day: '2026-01-18', right: 'all' as const }, 'outside'],
    [{ right: 'all' as const, year: { ...year, status: 'archived' } }, 'outside'],
  ])('%j: %s', (over, expected) => expect(rollLock({ ...asked, ...over })).toBe(expected))

  it('gives its reason once the day is over, or the list closed', () => {
    expect(needsReason('2026-11-20', '2026-11-20', null)).toBe(false)
    expect(needsReason('2026-11-19', '2026-11-20', null)).toBe(true)
    expect(needsReason('2026-11-20', '2026-11-20', '2026-11-20T13:00:00Z')).toBe(true)
  })
})

it('goes round with each tap', () => {
  expect((['present', 'absent', 'late', 'excused'] as const).map(nextStatus)).toEqual([
    'absent',
    'late',
    'excused',
    'present',
  ])
})

describe('rates', () => {
  it('count late as there, and excused on neither side', () => {
    expect(rates({ present: 15, absent: 3, late: 1, excused: 1 })).toEqual({ total: 20, attended: 80, absence: 15 })
    expect(rates({ present: 0, absent: 1, late: 2, excused: 0 })).toEqual({ total: 3, attended: 66.7, absence: 33.3 })
    expect(rates({ present: 0, absent: 0, late: 0, excused: 0 })).toEqual({ total: 0, attended: 0, absence: 0 })
  })

  it('come from the marks', () => {
    const rows = (['present', 'late', 'present', 'absent'] as const).map((status) => ({ status }))
    expect(countStatuses(rows)).toEqual({ present: 2, absent: 1, late: 1, excused: 0 })
  })
})
