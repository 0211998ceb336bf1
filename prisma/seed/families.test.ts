import { describe, expect, it } from 'vitest'
import { linkGuardianInput, saveGuardianInput } from '../../lib/domain/guardians/schema'
import { createStudentInput } from '../../lib/domain/students/schema'
import { ageOn, daysBetween } from '../../lib/shared/dates'
import { documentWarnings } from '../../lib/shared/documents-id'
import { isSimatName, naturalName } from '../../lib/shared/names'
import { makeFamilies } from './families'
import { boys, girls, men, surnames, venezuelanSurnames, women } from './names'

const on = '2026-01-19'
const families = makeFamilies({ seed: 2026, students: 600, city: 'Medellín' })
const students = families.flatMap((family) => family.students)
const guardians = families.flatMap((family) => family.guardians)

describe('the words', () => {
  it.each([
    ['girls', girls, 120],
    ['boys', boys, 120],
    ['women', women, 120],
    ['men', men, 120],
    ['surnames', surnames, 150],
    ['surnames from Venezuela', venezuelanSurnames, 20],
  ])('for %s are many, each once, and names in the eyes of SIMAT', (_, names, least) => {
    expect(names.length).toBeGreaterThanOrEqual(least)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !isSimatName(name))).toEqual([])
  })
})

describe('the families', () => {
  it('are as many children as asked for, the same every time', () => {
    expect(students).toHaveLength(600)
    expect(makeFamilies({ seed: 2026, students: 600, city: 'Medellín' })).toEqual(families)
    expect(makeFamilies({ seed: 2027, students: 600, city: 'Medellín' })).not.toEqual(families)
    expect(makeFamilies({ seed: 1, students: 1, city: 'Cali' }).flatMap((family) => family.students)).toHaveLength(1)
  })

  it('are accepted by the forms', () => {
    for (const { links, gradeLevel, groupCode, ...student } of students) {
      expect(createStudentInput.safeParse(student).error?.issues).toBeUndefined()
      expect(groupCode).toMatch(/^[A-C]$/)
      expect(links.length).toBeGreaterThan(0)
      expect(gradeLevel).toBeDefined()
    }
    for (const { relationship, ...guardian } of guardians) {
      expect(saveGuardianInput.parse(guardian)).toEqual(guardian)
      expect(linkGuardianInput.shape.relationship.safeParse(relationship).success).toBe(true)
    }
  })

  it('share no document, telephone or e-mail', () => {
    const documents = [...students, ...guardians].map((person) => `${person.documentType} ${person.documentNumber}`)
    const contacts = guardians.flatMap((guardian) => [guardian.phone, ...(guardian.email ? [guardian.email] : [])])
    expect(new Set(documents).size).toBe(documents.length)
    expect(new Set(contacts).size).toBe(contacts.length)
    expect(contacts.filter((contact) => contact.includes('@')).every((email) => email.endsWith('.example.com'))).toBe(
      true,
    )
  })

  it('carry papers that fit, but for a few children of seven', () => {
    const wrong = students.filter(
      (student) =>
        documentWarnings(student.documentType, student.documentNumber, { birthDate: student.birthDate, on }).length > 0,
    )
    expect(wrong.every((student) => student.documentType === 'RC' && ageOn(student.birthDate, on) === 7)).toBe(true)
    const types = new Set(students.map((student) => student.documentType))
    expect([...types]).toEqual(expect.arrayContaining(['RC', 'TI', 'CC', 'PPT']))
    expect(guardians.flatMap((guardian) => documentWarnings(guardian.documentType, guardian.documentNumber))).toEqual(
      [],
    )
  })

  it('fill every grade with children of about its age', () => {
    const grades = Map.groupBy(students, (student) => student.gradeLevel)
    expect(grades.size).toBe(12)
    for (const [grade, children] of grades) {
      expect(children.length).toBeGreaterThan(25)
      const expected = 2026 - 5 - Number(grade)
      const usual = children.filter((child) => child.birthDate.startsWith(String(expected)))
      expect(usual.length / children.length).toBeGreaterThan(0.6)
    }
  })

  it('have brothers and sisters with one surname, other names and other grades', () => {
    const several = families.filter((family) => family.students.length > 1)
    expect(several.length).toBeGreaterThan(80)
    for (const { students: siblings } of several) {
      expect(new Set(siblings.map((child) => `${child.firstSurname} ${child.secondSurname}`)).size).toBe(1)
      expect(new Set(siblings.map((child) => child.firstName)).size).toBe(siblings.length)
      expect(new Set(siblings.map((child) => child.gradeLevel)).size).toBe(siblings.length)
      const born = siblings.map((child) => child.birthDate).sort()
      for (const [index, day] of born.entries())
        if (index > 0) expect(daysBetween(born[index - 1] ?? day, day)).toBeGreaterThan(250)
    }
  })

  it('have one to three guardians, one of them primary, with the surnames that the children took', () => {
    for (const family of families) {
      expect(family.guardians.length).toBeGreaterThanOrEqual(1)
      expect(family.guardians.length).toBeLessThanOrEqual(3)
      for (const child of family.students) {
        expect(child.links.map((link) => link.guardian)).toEqual(family.guardians.map((_, index) => index))
        expect(child.links.filter((link) => link.isPrimary)).toHaveLength(1)
        const father = family.guardians.find((guardian) => guardian.relationship === 'father')
        const mother = family.guardians.find((guardian) => guardian.relationship === 'mother')
        if (father) expect(child.firstSurname).toBe(father.firstSurname)
        if (mother && child.secondSurname)
          expect([child.firstSurname, child.secondSurname]).toContain(mother.firstSurname)
        expect(naturalName(child)).not.toContain('undefined')
      }
    }
  })
})
