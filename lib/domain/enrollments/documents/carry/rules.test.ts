import { describe, expect, it } from 'vitest'
import { type EarlierPaper, type NewYear, stillCounts } from './rules'

const paper: EarlierPaper = { validatedOn: '2026-01-30', documentVersion: null, identity: null }
const year: NewYear = {
  startsOn: '2027-01-18',
  identity: { type: 'TI', number: '1011' },
  birthDate: '2015-05-06',
  textVersion: 'v2',
}
const counts = (
  validity: Parameters<typeof stillCounts>[0]['validity'],
  over: { paper?: Partial<EarlierPaper>; year?: Partial<NewYear>; validMonths?: number } = {},
) =>
  stillCounts(
    { validity, validMonths: over.validMonths ?? null },
    { ...paper, ...over.paper },
    { ...year, ...over.year },
  )

describe('a paper of an earlier year', () => {
  it('counts for good, or for its year', () => {
    expect([counts('permanent'), counts('year')]).toEqual([true, false])
  })

  it('counts for its months, up to the same day', () => {
    expect([11, 12, 13].map((validMonths) => counts('months', { validMonths }))).toEqual([false, true, true])
    const onTheDay = (validatedOn: string, startsOn: string) =>
      counts('months', { validMonths: 1, paper: { validatedOn }, year: { startsOn } })
    expect([onTheDay('2026-12-18', '2027-01-18'), onTheDay('2026-12-17', '2027-01-18')]).toEqual([true, false])
    expect([onTheDay('2027-01-31', '2027-02-28'), onTheDay('2027-01-31', '2027-03-01')]).toEqual([true, false])
    expect(counts('months', { validMonths: 12, paper: { validatedOn: null } })).toBe(false)
  })

  it('identifies the child until the birthday that brings another document', () => {
    expect(counts('identity')).toBe(true)
    expect(counts('identity', { year: { birthDate: '2020-01-18' } })).toBe(false)
    expect(counts('identity', { year: { birthDate: '2020-01-19' } })).toBe(true)
    expect(counts('identity', { year: { birthDate: '2009-01-01' } })).toBe(false)
  })

  it('identifies nobody once type or number are others, and is asked again where that cannot be told', () => {
    const kept = (type: string, number: string) => counts('identity', { paper: { identity: { type, number } } })
    expect([kept('TI', '1011'), kept('RC', '1011'), kept('TI', '1012')]).toEqual([true, false, false])
    expect(counts('identity', { year: { birthDate: null } })).toBe(false)
  })

  it('of a consent counts while the text is the same', () => {
    const version = (documentVersion: string | null) => counts('version', { paper: { documentVersion } })
    expect([version('v2'), version('v1'), version(null)]).toEqual([true, false, false])
    expect(counts('version', { year: { textVersion: null } })).toBe(false)
  })
})
