import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validationKey } from '@/lib/shared/validation-key'
import { isReservedSlug, slugShape, suggestSlug } from './rules'
import { createSchoolInput, updateBrandingInput, updateSchoolInput, updateSettingsInput } from './schema'

const school = {
  slug: 'san-jose',
  name: ' Colegio San José ',
  nit: '899.999.001-7',
  resolution: '',
  sector: 'official',
  calendar: 'A',
  rector: { fullName: 'Marta Ríos', email: 'MARTA@ejemplo.co' },
}
const problems = (change: object) =>
  createSchoolInput
    .safeParse({ ...school, ...change })
    .error?.issues.map((issue) => `${issue.path.join('.')} ${validationKey(issue)}`)

describe('a new school', () => {
  it('is tidied', () => {
    expect(createSchoolInput.parse(school)).toEqual({
      slug: 'san-jose',
      name: 'Colegio San José',
      nit: '899999001-7',
      resolution: null,
      sector: 'official',
      calendar: 'A',
      rector: { fullName: 'Marta Ríos', email: 'marta@ejemplo.co' },
    })
  })

  it.each([
    [{ slug: 'api' }, 'slug validation.slugReserved'],
    [{ slug: 'ab' }, 'slug validation.slug'],
    [{ slug: '1a-b' }, 'slug validation.slug'],
    [{ slug: 'san--jose' }, 'slug validation.slug'],
    [{ slug: 'san josé' }, 'slug validation.slug'],
    [{ slug: 'a'.repeat(41) }, 'slug validation.slug'],
    [{ slug: '' }, 'slug validation.required'],
    [{ nit: '899999001-8' }, 'nit validation.nit'],
    [{ nit: '899999001' }, 'nit validation.nit'],
    [{ sector: 'public' }, 'sector validation.choose'],
    [{ rector: { fullName: 'M', email: 'x' } }, 'rector.email validation.email'],
    [{ schoolId: 'x' }, ' validation.unknownField'],
  ])('%j is refused', (change, problem) => {
    expect(problems(change)).toEqual([problem])
  })
})

describe('slugs', () => {
  it.each(['api', 'admin', 'login', 'reset', 'invite', 'f', 'docs', 'account', 'dev', 'static'])(
    '%s is reserved',
    (slug) => {
      expect(isReservedSlug(slug)).toBe(true)
    },
  )

  it('are proposed from the name', () => {
    expect(suggestSlug('Institución Educativa San José de La Salle')).toBe('san-jose-salle')
    expect(suggestSlug('Colegio Ñandú N.° 2')).toBe('colegio-nandu-n-2')
    expect(suggestSlug('Admin')).toBe('colegio-admin')
    expect(suggestSlug('¡!')).toBe('')
  })

  it('are proposed valid or not at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const slug = suggestSlug(name)
        expect(slug === '' || (slugShape.test(slug) && !isReservedSlug(slug))).toBe(true)
      }),
    )
  })
})

describe('changes', () => {
  it('touch only what they name', () => {
    expect(updateSchoolInput.parse({ version: '3', city: 'Cali' })).toEqual({ version: 3, city: 'Cali' })
    expect(updateSchoolInput.safeParse({ version: 1, slug: 'other' }).success).toBe(false)
  })

  it('take a colour as six hexadecimal digits', () => {
    expect(updateBrandingInput.parse({ version: 1, primaryColor: '#1F6F54' }).primaryColor).toBe('#1f6f54')
    expect(updateBrandingInput.safeParse({ version: 1, primaryColor: 'red' }).success).toBe(false)
  })

  it('take a DANE code of 12 digits', () => {
    const parse = (institutionCode: string) => updateSettingsInput.safeParse({ version: 1, simat: { institutionCode } })
    expect(parse('105001 000123').data?.simat?.institutionCode).toBe('105001000123')
    expect(parse('').data?.simat?.institutionCode).toBeNull()
    expect(parse('10500100012').success).toBe(false)
  })
})
