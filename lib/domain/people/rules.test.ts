import { describe, expect, it } from 'vitest'
import { roles } from '@/lib/platform/permissions'
import { validationKey } from '@/lib/shared/validation-key'
import { losesRights, membershipProblem, passwordProblem, schoolRoles, searchWords } from './rules'
import { invitePersonInput, updateMembershipInput } from './schema'

const marta = { id: 'm', roles: ['rector', 'teacher'], isActive: true }
const luis = { id: 'l', roles: ['rector'], isActive: true }
const pia = { id: 'p', roles: ['secretary'], isActive: true }

describe('memberships', () => {
  it('keep one active rector', () => {
    expect(membershipProblem([marta, pia], { id: 'm', roles: ['teacher'] }, 'x')).toBe('people.refusal.lastRector')
    expect(membershipProblem([marta, pia], { id: 'm', isActive: false }, null)).toBe('people.refusal.lastRector')
    expect(membershipProblem([marta, { ...luis, isActive: false }], { id: 'm', isActive: false }, 'x')).toBe(
      'people.refusal.lastRector',
    )
    expect(membershipProblem([marta, luis], { id: 'm', roles: ['teacher'] }, 'l')).toBeNull()
    expect(membershipProblem([marta, pia], { id: 'm', roles: ['rector'] }, 'm')).toBeNull()
    expect(membershipProblem([marta, pia], { id: 'p', isActive: false }, 'm')).toBeNull()
  })

  it('are not taken from oneself', () => {
    expect(membershipProblem([marta, luis], { id: 'm', isActive: false }, 'm')).toBe('people.refusal.ownMembership')
    expect(membershipProblem([marta, luis], { id: 'm', roles: ['teacher'] }, 'm')).toBe('people.refusal.ownMembership')
    expect(membershipProblem([marta, luis], { id: 'm', roles: ['rector'] }, 'm')).toBeNull()
  })

  it('end the sessions of who loses something', () => {
    expect(losesRights(marta, { ...marta, roles: ['rector'] })).toBe(true)
    expect(losesRights(marta, { ...marta, isActive: false })).toBe(true)
    expect(losesRights(luis, marta)).toBe(false)
  })

  it('hold the roles that have permissions, and never superadmin', () => {
    expect([...schoolRoles].sort()).toEqual([...roles].sort())
    const invite = (list: string[]) =>
      invitePersonInput.safeParse({ email: 'a@ejemplo.co', fullName: 'A', roles: list })
    expect(invite(['teacher', 'rector', 'teacher']).data?.roles).toEqual(['rector', 'teacher'])
    expect(invite(['superadmin']).error?.issues.map(validationKey)).toEqual(['validation.choose'])
    expect(invite([]).error?.issues.map(validationKey)).toEqual(['validation.roleNeeded'])
    const id = '01976d1e-7b1c-7f3e-8a55-0d4f6c1b2a3d'
    expect(updateMembershipInput.parse({ membershipId: id, version: 1, isActive: false })).toEqual({
      membershipId: id,
      version: 1,
      isActive: false,
    })
  })
})

describe('passwords', () => {
  const about = { email: 'marta.rios@ejemplo.co', schools: [{ name: 'Colegio San José', slug: 'san-jose' }] }

  it.each([
    'tres gatos verdes',
    'Ventana-Lluvia-82',
    'ñandú azul y río',
    'x7$kQ2!mPz',
    '482915730164',
    'Colombianos al mar',
  ])('%s will do', (password) => {
    expect(passwordProblem(password, about)).toBeNull()
  })

  it.each([
    ['corta1', 'TooShort'],
    ['ñññññññññ', 'TooShort'],
    ['a'.repeat(129), 'TooLong'],
    ['aaaaaaaaaaaa', 'Common'],
    ['1234567890', 'Common'],
    ['0987654321', 'Common'],
    ['qwertyuiop', 'Common'],
    ['Password123!', 'Common'],
    ['p4ssw0rd2024', 'Common'],
    ['Contraseña2026', 'Common'],
    ['Colombia2026', 'Common'],
    ['20262026Admin', 'Common'],
    ['qwertyqwerty', 'Common'],
    ['zxcvbnm123zxcvbnm123', 'Common'],
    ['asdfgasdfg', 'Common'],
    ['abcabcabcabc', 'Common'],
    ['1q2w3e4r5t', 'Common'],
    ['marta.rios.2026', 'Personal'],
    ['soyMartaRios!', 'Personal'],
    ['ViveSanJose26', 'Personal'],
    ['el Colegio San José', 'Personal'],
  ])('%s will not: %s', (password, problem) => {
    expect(passwordProblem(password, about)).toBe(`validation.password${problem}`)
  })

  it('may be long, and without composition', () => {
    expect(passwordProblem('lluvia sobre la montaña '.repeat(5), about)).toBeNull()
    expect(passwordProblem(`${'ab cd ef gh '.repeat(10)}ijklmnop`, about)).toBeNull()
    expect(passwordProblem('gatos verdes', { email: 'gat@ejemplo.co' })).toBeNull()
    expect(passwordProblem('gatos verdes', { email: 'gato@ejemplo.co' })).toBe('validation.passwordPersonal')
  })
})

describe('searchWords', () => {
  it('drops accents and capitals, keeps the dots of an address, and makes signs of LIKE ordinary', () => {
    expect(searchWords('  Íngrid  NÚÑEZ ')).toEqual(['ingrid', 'nunez'])
    expect(searchWords('ana.gil@x.co')).toEqual(['ana.gil@x.co'])
    expect(searchWords('50%_a\\')).toEqual(['50\\%\\_a\\\\'])
    expect(searchWords('a b c d e f g')).toHaveLength(6)
  })
})
