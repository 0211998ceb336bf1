import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeSearch, searchTerms, searchText } from './search-text'

const stored = searchText(['Núñez', "D'Alessandro", 'María', null], ['1.098.765.432', 'V-12 345'])

describe('search text', () => {
  it('forgets accents, capitals and signs', () => {
    expect(normalizeSearch('  NÚÑEZ-Ortiz  Güell ')).toBe('nunez ortiz guell')
    expect(stored).toBe('nunez dalessandro maria 1098765432 v12345')
  })

  it.each([
    'nuñez',
    'NUNEZ maria',
    'dalessandro',
    "d'ale",
    '1.098.765',
    '1 098 765 432',
    '1098765432',
    '765432',
    'maría 1098',
  ])('%s finds the person', (query) => {
    const terms = searchTerms(query)
    expect(terms.length).toBeGreaterThan(0)
    expect(terms.every((term) => stored.includes(term))).toBe(true)
  })

  it('keeps two numbers apart unless they are one', () => {
    expect(searchTerms('12 3456')).toEqual(['12', '3456'])
    expect(searchTerms('1.098.765.432')).toEqual(['1098765432'])
    expect(searchTerms('')).toEqual([])
    expect(searchTerms(' %_\\ ')).toEqual([])
  })

  it('never lets a LIKE sign through', () => {
    fc.assert(fc.property(fc.string(), (query) => searchTerms(query).every((term) => /^[\p{L}\p{N}]+$/u.test(term))))
  })

  it('fits its column', () => {
    expect(searchText([Array(50).fill('Maximiliana').join(' ')]).length).toBeLessThanOrEqual(400)
  })
})
