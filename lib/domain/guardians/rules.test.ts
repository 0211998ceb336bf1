import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import en from '@/messages/en/guardians.json'
import es from '@/messages/es/guardians.json'
import { arrangeLinks, repeatedGuardians } from './rules'
import { linkGuardianInput, relationships, saveGuardianInput, updateGuardianInput } from './schema'

const id = '01976d1e-7b1c-7f3e-8a55-0d4f6c1b2a3d'
const marta = {
  documentType: 'CC',
  documentNumber: '43.567.890',
  firstSurname: 'Gómez',
  firstName: 'Marta',
  phone: '300 123 4567',
  email: '',
}

describe('the guardians of a child', () => {
  it('stand in order with one primary', () => {
    const links = arrangeLinks([
      { name: 'aunt', priority: 7 },
      { name: 'mother', priority: 1, canPickup: false },
      { name: 'father', isPrimary: true },
    ])
    expect(links).toEqual([
      { name: 'mother', priority: 1, isPrimary: false, canPickup: false, isEmergencyContact: false },
      { name: 'aunt', priority: 2, isPrimary: false, canPickup: false, isEmergencyContact: false },
      { name: 'father', priority: 3, isPrimary: true, canPickup: true, isEmergencyContact: true },
    ])
  })

  it('without a priority come last, as they were given', () => {
    expect(
      arrangeLinks([{ name: 'a' }, { name: 'b', priority: 2 }, { name: 'c' }, { name: 'd', priority: 1 }]).map(
        (link) => link.name,
      ),
    ).toEqual(['d', 'b', 'a', 'c'])
  })

  it('change the primary to the one just chosen', () => {
    const both = [
      { name: 'mother', isPrimary: true },
      { name: 'father', isPrimary: true },
    ]
    expect(arrangeLinks(both).map((link) => link.isPrimary)).toEqual([true, false])
    expect(arrangeLinks(both, (link) => link.name === 'father').map((link) => link.isPrimary)).toEqual([false, true])
  })

  it('always have exactly one primary and no gaps', () => {
    const link = fc.record({ isPrimary: fc.boolean(), priority: fc.integer({ min: 1, max: 20 }) }, { requiredKeys: [] })
    fc.assert(
      fc.property(fc.array(link, { minLength: 1, maxLength: 6 }), (links) => {
        const arranged = arrangeLinks(links)
        expect(arranged.filter((one) => one.isPrimary)).toHaveLength(1)
        expect(arranged.map((one) => one.priority)).toEqual(links.map((_, index) => index + 1))
      }),
    )
    expect(arrangeLinks([])).toEqual([])
  })

  it('are not listed twice', () => {
    const same = { guardian: { documentType: 'CC', documentNumber: '1' } }
    expect(
      repeatedGuardians([
        { guardianId: id },
        same,
        { guardianId: id },
        same,
        { guardian: { documentType: 'CE', documentNumber: '1' } },
      ]),
    ).toEqual([2, 3])
  })
})

describe('input', () => {
  it('is tidied', () => {
    expect(saveGuardianInput.parse(marta)).toEqual({
      ...marta,
      documentNumber: '43567890',
      phone: '+573001234567',
      email: null,
    })
    expect(updateGuardianInput.parse({ guardianId: id, version: 1, phone: '' })).toEqual({
      guardianId: id,
      version: 1,
      phone: null,
    })
  })

  it('names a guardian in one way', () => {
    const link = { studentId: id, relationship: 'mother' }
    expect(linkGuardianInput.safeParse({ ...link, guardianId: id }).success).toBe(true)
    expect(linkGuardianInput.safeParse({ ...link, guardian: marta }).success).toBe(true)
    expect(linkGuardianInput.safeParse(link).success).toBe(false)
    expect(linkGuardianInput.safeParse({ ...link, guardianId: id, guardian: marta }).success).toBe(false)
    expect(linkGuardianInput.safeParse({ ...link, guardianId: id, relationship: 'mamá' }).success).toBe(false)
  })

  it.each([es, en])('has a label for every relationship', (texts) => {
    expect(Object.keys(texts.relationship).sort()).toEqual([...relationships].sort())
  })
})
