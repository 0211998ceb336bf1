import { describe, expect, it } from 'vitest'
import type { ChildToEnroll } from '@/lib/domain/enrollments/form/schema'
import { enrollChildInput } from '@/lib/domain/enrollments/schema'
import { emptyGuardian, emptyValues, toInput, withChild } from './values'

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const [planning, running] = [{ id: id(1) }, { id: id(2) }]
const guardian = { id: id(7) } as ChildToEnroll['guardians'][number]
const child = (over: Partial<ChildToEnroll> = {}): ChildToEnroll => ({
  id: id(5),
  fullName: 'Ríos Sofía',
  firstName: 'Sofía',
  documentType: 'TI',
  documentNumber: '1011',
  isActive: true,
  birthDate: '2015-04-09',
  last: null,
  enrolled: [{ yearId: running.id, enrollmentId: id(9) }],
  guardians: [guardian],
  proposal: { kind: 'returning', gradeLevel: '6', groupCode: 'A', shift: 'morning' },
  ...over,
})
const known = withChild(emptyValues(planning.id), child(), [planning, running])

describe('a known child', () => {
  it('takes the class that goes on and a year without enrollment', () => {
    expect(known).toMatchObject({ schoolYearId: planning.id, gradeLevel: '6', groupCode: 'A', kind: 'returning' })
    const next = withChild(emptyValues(''), child({ enrolled: [{ yearId: planning.id, enrollmentId: id(9) }] }), [
      planning,
      running,
    ])
    expect(next.schoolYearId).toBe(running.id)
  })

  it('is sent by id with its guardians as they are', () => {
    const input = toInput(known, [])
    expect(input).toMatchObject({ studentId: id(5), guardians: [] })
    expect(enrollChildInput.safeParse(input).error?.issues).toBeUndefined()
  })

  it('gets a row for a guardian when there is none', () => {
    expect(withChild(emptyValues(''), child({ guardians: [] }), [planning]).guardians).toHaveLength(1)
  })
})

describe('a new child', () => {
  const rows = ['a', 'b'].map((key) => ({
    ...emptyGuardian(key),
    known: { ...guardian, id: id(key === 'a' ? 3 : 4) },
    relationship: 'mother',
  }))
  const values = {
    ...emptyValues(planning.id),
    isNew: true,
    gradeLevel: '0',
    student: {
      ...emptyValues('').student,
      documentNumber: '1011',
      firstSurname: 'Ríos',
      firstName: 'Sofía',
      birthDate: '2020-01-02',
    },
    guardians: rows,
  }

  it('is sent whole, the first guardian as the primary one', () => {
    const parsed = enrollChildInput.parse(toInput(values, []))
    expect(parsed.student).toMatchObject({ firstSurname: 'Ríos', secondSurname: null, gender: null })
    expect(parsed.guardians.map(({ guardianId, isPrimary }) => [guardianId, isPrimary])).toEqual([
      [id(3), true],
      [id(4), undefined],
    ])
  })

  it('names the look-alikes that were seen', () => {
    expect(toInput(values, [id(8)])).toMatchObject({ student: { acceptDuplicate: [id(8)] } })
    expect(toInput(values, [])).not.toHaveProperty('student.acceptDuplicate')
  })
})
