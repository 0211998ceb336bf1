import { beforeAll, describe, expect, it } from 'vitest'
import { historyOfRecord } from '@/lib/domain/audit/queries'
import {
  linkGuardian,
  saveGuardian,
  setGuardianActive,
  unlinkGuardian,
  updateGuardian,
  updateLink,
} from '@/lib/domain/guardians/commands'
import { findGuardian, getGuardian, listFamily, listGuardians } from '@/lib/domain/guardians/queries'
import { searchPeople } from '@/lib/domain/search/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { contextFor } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { somebody } from '../support/person'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let ctx: SchoolContext
beforeAll(async () => {
  school = await testSchool()
  ctx = await contextFor(school, 'secretary')
})

const person = (over: Parameters<typeof somebody>[0] = {}) => ({ ...somebody(over, 'CC'), phone: '300 123 4567' })
const family = async (studentId: string) => (await listFamily.run(ctx, { studentId })).items
const order = async (studentId: string) =>
  (await family(studentId)).map((link) => `${link.priority} ${link.firstName}${link.isPrimary ? ' *' : ''}`)
async function childWith(...names: string[]) {
  const { id: studentId } = await addStudent(school)
  const ids: string[] = []
  for (const firstName of names) {
    const guardian = person({ firstName })
    ids.push((await linkGuardian.run(ctx, { studentId, guardian, relationship: 'mother' })).guardianId)
  }
  return { studentId, ids: ids as [string, string, string] }
}

describe('a guardian found by document', () => {
  it('is one person for two siblings, completed and never emptied', async () => {
    const [one, two] = [await addStudent(school), await addStudent(school)]
    const marta = person({ firstSurname: 'Gómez', secondSurname: 'Ruiz', firstName: 'Marta' })
    const first = await linkGuardian.run(ctx, { studentId: one.id, guardian: marta, relationship: 'mother' })
    const again = {
      ...marta,
      phone: '',
      email: 'marta@example.com',
      documentNumber: marta.documentNumber.replace(/(\d{3})$/, '.$1'),
    }
    const second = await linkGuardian.run(ctx, { studentId: two.id, guardian: again, relationship: 'aunt' })
    expect(second.guardianId).toBe(first.guardianId)
    const guardian = await getGuardian.run(ctx, { guardianId: first.guardianId })
    expect(guardian).toMatchObject({ phone: '+573001234567', email: 'marta@example.com', version: 2 })
    expect(guardian.children.map((child) => child.relationship).sort()).toEqual(['aunt', 'mother'])
    const { documentType, documentNumber } = marta
    expect((await findGuardian.run(ctx, { documentType, documentNumber })).guardian?.id).toBe(first.guardianId)
    expect((await findGuardian.run(ctx, { documentType: 'CE', documentNumber })).guardian).toBeNull()
  })

  it('is not renamed by a slip of the keyboard', async () => {
    const rosa = person({ firstSurname: 'Zapata', secondSurname: 'Mora', firstName: 'Rosa' })
    const { guardianId } = await saveGuardian.run(ctx, rosa)
    const other = { ...rosa, firstSurname: 'Quiñones', secondSurname: 'Díaz', firstName: 'Pedro' }
    const { id: studentId } = await addStudent(school)
    await expect(linkGuardian.run(ctx, { studentId, guardian: other, relationship: 'father' })).rejects.toMatchObject({
      code: 'duplicate',
      details: { field: 'guardian.documentNumber', data: { guardianId, name: 'Zapata Mora Rosa' } },
    })
    expect(await getGuardian.run(ctx, { guardianId })).toMatchObject({ firstName: 'Rosa', version: 1, children: [] })
    expect(await family(studentId)).toEqual([])
  })
})

describe('the family of a child', () => {
  it('has exactly one primary, whoever comes and goes', async () => {
    const { studentId, ids } = await childWith('Ana', 'Beto', 'Celia')
    expect(await order(studentId)).toEqual(['1 Ana *', '2 Beto', '3 Celia'])
    await updateLink.run(ctx, { studentId, guardianId: ids[1], isPrimary: true })
    expect(await order(studentId)).toEqual(['1 Ana', '2 Beto *', '3 Celia'])
    await updateLink.run(ctx, { studentId, guardianId: ids[1], isPrimary: false })
    expect((await family(studentId)).filter((link) => link.isPrimary)).toHaveLength(1)
    await updateLink.run(ctx, { studentId, guardianId: ids[1], isPrimary: true })
    const was = await unlinkGuardian.run(ctx, { studentId, guardianId: ids[1] })
    expect(await order(studentId)).toEqual(['1 Ana *', '2 Celia'])
    const { name: _, ...link } = was
    await linkGuardian.run(ctx, { studentId, ...link, relationship: 'mother' })
    expect(await order(studentId)).toEqual(['1 Ana', '2 Beto *', '3 Celia'])
  })

  it('is called in the order that was asked for', async () => {
    const { studentId, ids } = await childWith('Ana', 'Beto', 'Celia')
    await updateLink.run(ctx, { studentId, guardianId: ids[2], priority: 1 })
    expect(await order(studentId)).toEqual(['1 Celia', '2 Ana *', '3 Beto'])
    await updateLink.run(ctx, { studentId, guardianId: ids[2], priority: 2 })
    expect(await order(studentId)).toEqual(['1 Ana *', '2 Celia', '3 Beto'])
  })

  it('holds under two secretaries at once', async () => {
    const { id: studentId } = await addStudent(school)
    const links = ['Uno', 'Dos', 'Tres', 'Cuatro'].map((firstName) =>
      linkGuardian.run(ctx, { studentId, guardian: person({ firstName }), relationship: 'uncle', isPrimary: true }),
    )
    await Promise.all(links)
    const saved = await family(studentId)
    expect(saved.map((link) => link.priority)).toEqual([1, 2, 3, 4])
    expect(saved.filter((link) => link.isPrimary)).toHaveLength(1)
  })

  it('keeps what each may do', async () => {
    const { studentId, ids } = await childWith('Ana', 'Beto')
    expect((await family(studentId)).map((link) => [link.canPickup, link.isEmergencyContact])).toEqual([
      [true, true],
      [false, false],
    ])
    await updateLink.run(ctx, { studentId, guardianId: ids[1], canPickup: true, relationship: 'grandfather' })
    expect((await family(studentId))[1]).toMatchObject({ canPickup: true, relationship: 'grandfather' })
    const lines = (await historyOfRecord.run(ctx, { entity: 'student', entityId: studentId })).items
    expect(lines[0]).toMatchObject({
      action: 'guardian.relink',
      before: { canPickup: false, relationship: 'mother' },
      after: { canPickup: true, relationship: 'grandfather' },
    })
    expect(lines.map((line) => line.action)).toContain('guardian.create')
  })
})

describe('a change of a guardian', () => {
  it('is refused when somebody was faster, and when the document is taken', async () => {
    const [{ guardianId }, taken] = [await saveGuardian.run(ctx, person()), person()]
    await saveGuardian.run(ctx, taken)
    const saved = await updateGuardian.run(ctx, { guardianId, version: 1, phone: '3109998877' })
    expect(saved.version).toBe(2)
    await expect(updateGuardian.run(ctx, { guardianId, version: 1, phone: '' })).rejects.toMatchObject({
      code: 'conflict',
      details: { current: { phone: '+573109998877', version: 2 } },
    })
    const { documentType, documentNumber } = taken
    await expect(
      updateGuardian.run(ctx, { guardianId, version: 2, documentType: documentType as 'CC', documentNumber }),
    ).rejects.toMatchObject({ code: 'duplicate', details: { field: 'documentNumber' } })
    const [line] = (await historyOfRecord.run(ctx, { entity: 'guardian', entityId: guardianId })).items
    expect(line).toMatchObject({ before: { phone: '+573001234567' }, after: { phone: '+573109998877' } })
    expect((await setGuardianActive.run(ctx, { guardianId, version: 2, isActive: false })).version).toBe(3)
  })
})

describe('finding people', () => {
  it('by name, number or telephone, both kinds, at most ten', async () => {
    const own = await testSchool()
    const there = await contextFor(own, 'secretary')
    for (let at = 0; at < 12; at += 1)
      await addStudent(own, { firstSurname: 'Ibáñez', firstName: 'Luz', isActive: at > 0 })
    const { id: studentId } = await addStudent(own, {
      firstSurname: 'Ibáñez',
      firstName: 'Aída',
      documentNumber: '9876501',
    })
    await addEnrollment(own, { studentId, gradeLevel: '8', groupCode: 'C' })
    const guardian = { ...person({ firstSurname: 'Ibáñez', firstName: 'Marta' }), phone: '3157778899' }
    await linkGuardian.run(there, { studentId, guardian, relationship: 'mother' })
    const { items } = await searchPeople.run(there, { q: 'ibanez' })
    expect(items).toHaveLength(10)
    expect(items.filter(({ kind }) => kind === 'guardian')).toHaveLength(1)
    expect(items.every(({ isActive }) => isActive)).toBe(true)
    expect((await searchPeople.run(there, { q: '9.876.501' })).items).toMatchObject([
      { id: studentId, gradeLevel: '8', groupCode: 'C', kind: 'student' },
    ])
    expect((await searchPeople.run(there, { q: '315 777 8899' })).items).toMatchObject([
      { kind: 'guardian', children: 'Aída Ibáñez' },
    ])
    expect((await searchPeople.run(there, { q: ' ' })).items).toEqual([])
    expect((await searchPeople.run(ctx, { q: '9876501' })).items).toEqual([])
    const first = await listGuardians.run(there, { q: 'marta', limit: 1 })
    expect(first).toMatchObject({ items: [{ phone: '+573157778899' }], nextCursor: null })
  })
})

describe("another school's people", () => {
  it('do not exist', async () => {
    const other = await testSchool()
    const stranger = await contextFor(other, 'rector')
    const { studentId, ids } = await childWith('Ana')
    const theirs = await addStudent(other)
    const gone = { code: 'not_found' }
    const [guardianId] = ids
    await expect(getGuardian.run(stranger, { guardianId })).rejects.toMatchObject(gone)
    await expect(listFamily.run(stranger, { studentId })).rejects.toMatchObject(gone)
    await expect(updateGuardian.run(stranger, { guardianId, version: 1, phone: '' })).rejects.toMatchObject(gone)
    await expect(setGuardianActive.run(stranger, { guardianId, version: 1, isActive: false })).rejects.toMatchObject(
      gone,
    )
    await expect(updateLink.run(stranger, { studentId, guardianId, isPrimary: true })).rejects.toMatchObject(gone)
    await expect(unlinkGuardian.run(stranger, { studentId, guardianId })).rejects.toMatchObject(gone)
    const link = { relationship: 'mother' as const }
    await expect(linkGuardian.run(stranger, { studentId: theirs.id, guardianId, ...link })).rejects.toMatchObject(gone)
    await expect(linkGuardian.run(stranger, { studentId, guardian: person(), ...link })).rejects.toMatchObject(gone)
    await expect(historyOfRecord.run(stranger, { entity: 'guardian', entityId: guardianId })).rejects.toMatchObject(
      gone,
    )
    const added = await addGuardian(other)
    await expect(linkGuardian.run(ctx, { studentId, guardianId: added.id, ...link })).rejects.toMatchObject(gone)
    expect(await order(studentId)).toEqual(['1 Ana *'])
  })
})
