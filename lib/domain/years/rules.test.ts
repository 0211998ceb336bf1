import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekday } from '@/lib/shared/dates'
import { validationKey } from '@/lib/shared/validation-key'
import * as rules from './rules'
import { createYearInput, periodStatuses, yearStatuses } from './schema'

const year2026 = { startsOn: '2026-01-19', endsOn: '2026-11-27' }

describe('a year', () => {
  it('goes only along these ways', () => {
    const ways = yearStatuses.flatMap((from) =>
      yearStatuses.filter((to) => rules.changeYear(from, to, { reason: 'x' }).ok).map((to) => `${from} ${to}`),
    )
    expect(ways).toEqual([
      'planning active',
      'planning archived',
      'active closed',
      'closed active',
      'closed archived',
      'archived closed',
    ])
  })

  it('goes back only with a reason', () => {
    expect(rules.changeYear('closed', 'active', { reason: ' ' })).toEqual({
      ok: false,
      reason: 'years.refusal.reasonRequired',
    })
    expect(rules.changeYear('closed', 'archived')).toEqual({ ok: true })
    expect(rules.yearChoices('closed')).toEqual([
      { to: 'archived', needsReason: false },
      { to: 'active', needsReason: true },
    ])
  })

  it('does not close over an open period', () => {
    expect(rules.changeYear('active', 'closed', { periods: ['closed', 'open'] })).toEqual({
      ok: false,
      reason: 'years.refusal.periodsOpen',
    })
    expect(rules.changeYear('active', 'closed', { periods: ['closed', 'draft'] })).toEqual({ ok: true })
  })

  it('takes enrollments until it is closed', () => {
    expect(yearStatuses.filter(rules.acceptsEnrollments)).toEqual(['planning', 'active'])
  })

  it('is called by its calendar', () => {
    expect(rules.yearLabel(year2026)).toBe('2026')
    expect(rules.proposeYear('A', 2026)).toEqual({ ...year2026, name: '2026' })
    expect(rules.proposeYear('B', 2025).name).toBe('2025-2026')
  })
})

describe('a period', () => {
  it('goes only along these ways', () => {
    const ways = periodStatuses.flatMap((from) =>
      periodStatuses
        .filter((to) => rules.changePeriod(from, to, { reason: 'x', year: 'active' }).ok)
        .map((to) => `${from} ${to}`),
    )
    expect(ways).toEqual(['draft open', 'open closed', 'closed open', 'closed published', 'published open'])
  })

  it('reopens only with a reason, and moves only in the active year', () => {
    expect(rules.changePeriod('published', 'open', { year: 'active' })).toEqual({
      ok: false,
      reason: 'years.refusal.reasonRequired',
    })
    expect(rules.changePeriod('draft', 'open', { year: 'planning' })).toEqual({
      ok: false,
      reason: 'years.refusal.yearNotActive',
    })
    expect(rules.changePeriod('open', 'open', { year: 'active' })).toEqual({
      ok: false,
      reason: 'years.refusal.sameStatus',
    })
  })

  it('is offered its next steps, back with a reason', () => {
    expect(rules.periodChoices('closed')).toEqual([
      { to: 'published', needsReason: false },
      { to: 'open', needsReason: true },
    ])
    expect(rules.periodChoices('published')).toEqual([{ to: 'open', needsReason: true }])
    expect(rules.yearChoices('archived')).toEqual([{ to: 'closed', needsReason: true }])
  })

  it('lies inside its year, in order and apart from the others', () => {
    const two = [
      { number: 1, startsOn: '2026-01-19', endsOn: '2026-03-27' },
      { number: 2, startsOn: '2026-04-06', endsOn: '2026-06-12' },
    ] as const
    const problems = (change: object, index = 1) =>
      rules.periodProblems(
        year2026,
        two.map((period, at) => (at === index ? { ...period, ...change } : period)),
      )
    expect(problems({})).toEqual([])
    expect(problems({ startsOn: '2026-03-27' })).toEqual([{ index: 1, error: 'validation.periodOverlap' }])
    expect(problems({ endsOn: '2026-11-28' })).toEqual([{ index: 1, error: 'validation.periodOutsideYear' }])
    expect(problems({ startsOn: '2026-01-18' }, 0)).toEqual([{ index: 0, error: 'validation.periodOutsideYear' }])
    expect(problems({ endsOn: '2026-04-06' })).toEqual([{ index: 1, error: 'validation.endBeforeStart' }])
    expect(problems({ number: 3 })).toEqual([{ index: 1, error: 'validation.periodNumber' }])
  })
})

describe('the proposal', () => {
  it('has four periods of ten weeks with breaks where schools make them', () => {
    expect(rules.proposePeriods(year2026)).toEqual([
      { number: 1, name: 'Periodo 1', startsOn: '2026-01-19', endsOn: '2026-03-27' },
      { number: 2, name: 'Periodo 2', startsOn: '2026-04-06', endsOn: '2026-06-12' },
      { number: 3, name: 'Periodo 3', startsOn: '2026-07-06', endsOn: '2026-09-11' },
      { number: 4, name: 'Periodo 4', startsOn: '2026-09-21', endsOn: '2026-11-27' },
    ])
  })

  it('fills a year of exactly forty weeks, shares out a shorter one, and ends with the year', () => {
    const spans = (endsOn: string, count = 4) =>
      rules
        .proposePeriods({ startsOn: '2026-01-19', endsOn }, count)
        .map((period) => `${period.startsOn} ${period.endsOn}`)
    expect(spans('2026-10-23')).toEqual([
      '2026-01-19 2026-03-27',
      '2026-03-30 2026-06-05',
      '2026-06-08 2026-08-14',
      '2026-08-17 2026-10-23',
    ])
    expect(spans('2026-06-26', 2)).toEqual(['2026-01-19 2026-03-27', '2026-04-06 2026-06-12'])
    expect(spans('2026-07-03', 3)).toEqual(['2026-01-19 2026-03-13', '2026-03-16 2026-05-08', '2026-05-11 2026-07-03'])
    expect(spans('2026-06-25', 4).at(-1)).toBe('2026-05-11 2026-06-19')
  })

  it('is valid for any year, and begins on Mondays', () => {
    const start = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days))
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 150, max: 460 }),
        fc.integer({ min: 1, max: 6 }),
        (startsOn, days, count) => {
          const year = { startsOn, endsOn: addDays(startsOn, days) }
          const periods = rules.proposePeriods(year, count)
          expect(rules.periodProblems(year, periods)).toEqual([])
          expect(periods.map((period) => weekday(period.startsOn))).toEqual(Array(count).fill(1))
        },
      ),
    )
  })
})

describe('input', () => {
  const keys = (change: object) =>
    createYearInput
      .safeParse({ ...year2026, ...change })
      .error?.issues.map((issue) => `${issue.path.join('.')} ${validationKey(issue)}`)

  it('reads days as they are typed', () => {
    expect(createYearInput.parse({ startsOn: '19/01/2026', endsOn: '27/11/2026', name: ' ' })).toEqual({
      ...year2026,
      name: null,
    })
  })

  it('refuses impossible years and periods', () => {
    expect(keys({ endsOn: '2026-01-01' })).toEqual(['endsOn validation.endBeforeStart'])
    expect(keys({ endsOn: '2026-03-01' })).toEqual(['endsOn validation.yearLength'])
    const outside = [{ number: 1, name: 'P1', startsOn: '2026-01-19', endsOn: '2026-12-01' }]
    expect(keys({ periods: outside })).toEqual(['periods.0.startsOn validation.periodOutsideYear'])
    expect(keys({ startsOn: '' })).toEqual(['startsOn validation.required'])
  })
})

describe('days of lessons', () => {
  const week = { startsOn: '2026-03-16', endsOn: '2026-03-27' }

  it('are Monday to Friday without public holidays, but for what the school says', () => {
    // Saint Joseph is moved to Monday 23 March 2026.
    expect(rules.teachingDays(week)).toBe(9)
    expect(rules.holidaysWithin(week)).toEqual(['2026-03-23'])
    const own = [
      { day: '2026-03-27', kind: 'off' },
      { day: '2026-03-28', kind: 'extra' },
      { day: '2026-03-21', kind: 'extra' },
      { day: '2026-03-20', kind: 'event' },
    ]
    expect(rules.teachingDays(week, own)).toBe(9)
  })

  it('are forty weeks in the proposal of calendar A', () => {
    expect(rules.lessonWeeks(rules.proposePeriods(year2026))).toBe(40)
    expect(rules.lessonWeeks(rules.proposePeriods(year2026).slice(0, 3))).toBe(30)
  })

  it('that lie in no period are told, weekends alone are not', () => {
    const [first, second] = [
      { startsOn: '2026-01-26', endsOn: '2026-06-05' },
      { startsOn: '2026-06-08', endsOn: '2026-11-20' },
    ]
    expect(rules.yearGaps(year2026, [second, first])).toEqual([
      { startsOn: '2026-01-19', endsOn: '2026-01-25', days: 5 },
      { startsOn: '2026-11-21', endsOn: '2026-11-27', days: 5 },
    ])
    expect(rules.yearGaps(year2026, [])).toEqual([{ ...year2026, days: rules.teachingDays(year2026) }])
  })
})
