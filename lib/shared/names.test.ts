import { describe, expect, it } from 'vitest'
import {
  fullName,
  initials,
  isNamePart,
  isSimatName,
  naturalName,
  normalizeName,
  normalizeNamePart,
  shortName,
} from './names'

const sofia = { firstSurname: 'Ríos', secondSurname: 'de la Cruz', firstName: 'Sofía', secondName: 'Isabel' }
const ana = { firstSurname: ' Ñáñez ', secondSurname: '  ', firstName: 'Ana', secondName: null }

describe('names', () => {
  it('are written surnames first in lists and given names first in letters', () => {
    expect(fullName(sofia)).toBe('Ríos de la Cruz Sofía Isabel')
    expect(naturalName(sofia)).toBe('Sofía Isabel Ríos de la Cruz')
    expect(shortName(sofia)).toBe('Sofía Ríos')
    expect(initials(sofia)).toBe('SR')
  })

  it('leave no gap where a field is blank', () => {
    expect(fullName(ana)).toBe('Ñáñez Ana')
    expect(naturalName(ana)).toBe('Ana Ñáñez')
    expect(normalizeName(ana)).toEqual({
      firstSurname: 'Ñáñez',
      secondSurname: null,
      firstName: 'Ana',
      secondName: null,
    })
  })

  it('keep the capitals and mend blanks, apostrophes and composed accents', () => {
    expect(normalizeNamePart('  DE   LA\u00a0CRUZ ')).toBe('DE LA CRUZ')
    expect(normalizeNamePart('D\u2019Alessandro')).toBe("D'Alessandro")
    expect(normalizeNamePart('Jose\u0301\u200b')).toBe('José')
  })

  it.each(['María José', "D'Alessandro", 'Núñez-Ortiz', 'Agüero', 'Ma. José', 'Gonçalves', 'Ñ'])(
    '%s is a name',
    (name) => {
      expect(isNamePart(name)).toBe(true)
    },
  )

  it.each(['', '  ', 'Juan2', '=Juan', '-Juan', 'Ana@', '李', 'Ana, Luisa', '<b>'])('%j is not a name', (name) => {
    expect(isNamePart(name)).toBe(false)
  })

  it('knows what SIMAT would refuse', () => {
    expect(isSimatName('Agüero Núñez')).toBe(true)
    expect(isSimatName("D'Alessandro")).toBe(true)
    expect(isSimatName('Gonçalves')).toBe(false)
    expect(isSimatName('Ma. José')).toBe(false)
  })
})
