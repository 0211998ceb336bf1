import { describe, expect, it } from 'vitest'
import { activeFilters, withoutParams } from './filter-params'

const filters = [
  { name: 'grade', label: 'Grado', options: [{ value: '6', label: '6°' }] },
  { name: 'since', label: 'Desde', kind: 'day' as const },
]

describe('filters', () => {
  it('say what is filtered, also a value that is no longer offered', () => {
    expect(activeFilters(filters, { grade: '6', since: '2026-03-05' })).toEqual([
      { name: 'grade', text: 'Grado: 6°' },
      { name: 'since', text: 'Desde: 05/03/2026' },
    ])
    expect(activeFilters(filters, { grade: '99', since: '' })).toEqual([{ name: 'grade', text: 'Grado: 99' }])
  })

  it('are removed one by one, and the cursor with them', () => {
    const params = { grade: '6', q: 'ana ríos', after: 'abc', tab: undefined }
    expect(withoutParams('/x/students', params, ['grade', 'q', 'tab'], ['grade'])).toBe('/x/students?q=ana+r%C3%ADos')
    expect(withoutParams('/x/students', params, ['grade', 'q'], ['grade', 'q'])).toBe('/x/students')
  })
})
