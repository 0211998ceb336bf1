import { describe, expect, it } from 'vitest'
import { debts, defaultPolicy, readPolicy, strictest } from './security-policy'

describe('a stored policy', () => {
  it('keeps what is sound and takes the product’s own for the rest', () => {
    expect(readPolicy(null)).toEqual(defaultPolicy)
    expect(
      readPolicy({
        idleMinutes: 30,
        graceDays: -1,
        minPassword: 'x',
        passwordDays: 90,
        secondFactorRoles: ['rector', 3],
      }),
    ).toEqual({ ...defaultPolicy, idleMinutes: 30, passwordDays: 90, secondFactorRoles: ['rector'] })
  })
})

describe('the rules for a person of several schools', () => {
  const calm = { ...defaultPolicy, idleMinutes: 240, sessionsPerPerson: 10, minPassword: 12 }
  const strict = { ...defaultPolicy, idleMinutes: 15, passwordDays: 90, secondFactorRoles: ['rector'], graceDays: 3 }

  it('are the strictest of each', () => {
    const rules = strictest(
      [
        { roles: ['teacher'], policy: calm },
        { roles: ['rector'], policy: strict },
      ],
      false,
    )
    expect(rules).toEqual({
      needsSecondFactor: true,
      graceDays: 3,
      sessionsPerPerson: 5,
      idleMinutes: 15,
      minPassword: 12,
      passwordDays: 90,
    })
  })

  it('ask for a second factor only where the person holds the role', () => {
    expect(strictest([{ roles: ['teacher'], policy: strict }], false).needsSecondFactor).toBe(false)
    expect(strictest([], false)).toMatchObject({ needsSecondFactor: false, idleMinutes: 120 })
  })

  it('always ask a superadmin, within a week or what a school gives', () => {
    expect(strictest([], true)).toMatchObject({ needsSecondFactor: true, graceDays: 7 })
    expect(strictest([{ roles: ['rector'], policy: strict }], true).graceDays).toBe(3)
  })
})

describe('what a person owes', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const rules = strictest([{ roles: ['rector'], policy: { ...defaultPolicy, secondFactorRoles: ['rector'] } }], false)
  const person = {
    hasSecondFactor: false,
    askedAt: null as Date | null,
    passwordChangedAt: new Date('2026-01-01'),
    passwordIsShort: false,
  }

  it('is nothing before the first reminder, nor within the days of grace', () => {
    expect(debts(rules, person, now)).toEqual({ owes: null, secondFactorDueAt: null })
    expect(debts(rules, { ...person, askedAt: new Date('2026-11-15T12:00:01Z') }, now)).toMatchObject({ owes: null })
  })

  it('is the second factor afterwards, until there is one', () => {
    const late = { ...person, askedAt: new Date('2026-11-14T12:00:00Z') }
    expect(debts(rules, late, now).owes).toBe('second_factor')
    expect(debts(rules, { ...late, hasSecondFactor: true }, now).owes).toBeNull()
  })

  it('is a new password when the school lets them run out', () => {
    expect(debts({ ...rules, passwordDays: 365 }, person, now).owes).toBeNull()
    expect(debts({ ...rules, passwordDays: 90 }, person, now).owes).toBe('password')
    expect(debts({ ...rules, passwordDays: 90 }, { ...person, passwordChangedAt: null }, now).owes).toBeNull()
  })

  it('is a longer password when the one that was typed is too short by now', () => {
    const short = { ...person, passwordIsShort: true }
    expect(debts(rules, short, now).owes).toBe('longer_password')
    expect(debts({ ...rules, passwordDays: 90 }, short, now).owes).toBe('password')
  })
})
