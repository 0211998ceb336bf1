import { describe, expect, it } from 'vitest'
import { emptyRow, findingOf, inSchoolOrder, weekChange, yearOfFunnel } from './rules'
import type { FunnelRow } from './schema'

const row = (gradeLevel: string, states: Partial<FunnelRow> = {}): FunnelRow => ({ ...emptyRow(gradeLevel), ...states })

describe('findingOf', () => {
  it('says nothing without enrollments, withdrawn ones apart', () => {
    expect(findingOf([])).toEqual({ kind: 'none' })
    expect(findingOf([row('6', { withdrawn: 3 })])).toEqual({ kind: 'none' })
  })

  it('tells when everybody is enrolled', () => {
    expect(findingOf([row('6', { active: 30 }), row('7', { active: 28, withdrawn: 2 })])).toEqual({
      kind: 'complete',
      total: 58,
    })
  })

  it('names the grade that stands out, with its own total', () => {
    const rows = [
      row('5', { pending_documents: 4, active: 20 }),
      row('6', { pending_documents: 9, in_review: 3, active: 8 }),
    ]
    expect(findingOf(rows)).toEqual({ kind: 'grade', gradeLevel: '6', count: 12, total: 20 })
  })

  it('names none when they are alike', () => {
    const rows = [row('5', { pending_documents: 10 }), row('6', { pending_documents: 11, active: 9 })]
    expect(findingOf(rows)).toEqual({ kind: 'spread', count: 21, total: 30 })
  })
})

it('puts grades in school order', () => {
  expect(inSchoolOrder([row('10'), row('2'), row('-1'), row('21')]).map((one) => one.gradeLevel)).toEqual([
    '-1',
    '2',
    '10',
    '21',
  ])
})

it('compares the running week with the one before', () => {
  expect(weekChange([1, 2, 9, 4])).toEqual({ now: 4, before: 9, difference: -5 })
  expect(weekChange([])).toEqual({ now: 0, before: 0, difference: 0 })
})

describe('yearOfFunnel', () => {
  const year = (yearId: string, yearStatus: string, count: number) => ({ yearId, yearName: yearId, yearStatus, count })
  const counts = [year('2027', 'planning', 0), year('2026', 'active', 40), year('2025', 'closed', 400)]

  it('prefers the asked year, then the newest open one with enrollments', () => {
    expect(yearOfFunnel(counts, '2025')?.id).toBe('2025')
    expect(yearOfFunnel(counts)?.id).toBe('2026')
    expect(yearOfFunnel(counts, 'unknown')?.id).toBe('2026')
  })

  it('falls back on the newest, and on none', () => {
    expect(yearOfFunnel([year('2027', 'planning', 0)])?.id).toBe('2027')
    expect(yearOfFunnel([])).toBeNull()
  })
})
