import { describe, expect, it } from 'vitest'
import { lastDayProblem, tokenEnd, tokenState } from './rules'

describe('the last day of a token', () => {
  it('is today at the earliest and a year away at the latest', () => {
    expect(lastDayProblem('2026-11-20', '2026-11-21')).toBe('tokens.refusal.pastDay')
    expect(lastDayProblem('2026-11-21', '2026-11-21')).toBeNull()
    expect(lastDayProblem('2027-11-21', '2026-11-21')).toBeNull()
    expect(lastDayProblem('2027-11-22', '2026-11-21')).toBe('tokens.refusal.tooLong')
  })

  it('lasts until midnight in Bogotá', () => {
    expect(tokenEnd('2026-12-31').toISOString()).toBe('2027-01-01T05:00:00.000Z')
  })
})

describe('tokenState', () => {
  const now = new Date('2026-11-21T12:00:00Z')

  it('is over at the very moment of its end, and revoked whatever its end', () => {
    expect(tokenState({ revokedAt: null, expiresAt: new Date('2026-11-21T12:00:01Z') }, now)).toBe('valid')
    expect(tokenState({ revokedAt: null, expiresAt: now }, now)).toBe('expired')
    expect(tokenState({ revokedAt: now, expiresAt: new Date('2027-01-01Z') }, now)).toBe('revoked')
  })
})
