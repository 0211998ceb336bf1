import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validationKey } from '@/lib/shared/validation-key'
import { duplicateCandidates, type Identity, similarity, studentWarnings } from './rules'
import { createStudentInput, listStudentsInput, updateStudentInput } from './schema'

const sofia: Identity = {
  documentType: 'TI',
  documentNumber: '1098765432',
  firstSurname: 'Ríos',
  secondSurname: 'Gómez',
  firstName: 'Sofía',
  secondName: 'Isabel',
  birthDate: '2014-05-06',
}
const found = (change: Partial<Identity>, wanted: Partial<Identity> = {}) =>
  duplicateCandidates({ ...sofia, ...wanted }, [{ ...sofia, documentNumber: '999', ...change }]).map(
    ({ reason }) => reason,
  )

describe('duplicates', () => {
  it.each<[string, Partial<Identity>, string[]]>([
    [
      'the same number under another type, whatever the name',
      { documentType: 'RC', documentNumber: '1098765432', firstName: 'Eva', birthDate: null },
      ['sameNumber'],
    ],
    ['the same record', { documentNumber: '1098765432' }, []],
    [
      'accents and capitals only',
      { firstSurname: 'RIOS', secondSurname: 'GOMEZ', firstName: 'sofia' },
      ['sameNameAndBirth'],
    ],
    [
      'given names and surnames mixed up',
      { firstSurname: 'Sofía', secondSurname: 'Isabel', firstName: 'Ríos', secondName: 'Gómez' },
      ['sameNameAndBirth'],
    ],
    ['one letter more', { firstName: 'Sofhía' }, ['similarNameAndBirth']],
    ['the second name left out', { secondName: null }, ['similarNameAndBirth']],
    ['a twin', { firstName: 'Mariana', secondName: null }, []],
    ['the same name born on another day', { birthDate: '2013-05-06' }, []],
    ['the same name without a birth date', { birthDate: null }, ['sameName']],
    [
      'somebody else born on that day',
      { firstSurname: 'Pérez', secondSurname: 'Mora', firstName: 'Juan', secondName: null },
      [],
    ],
  ])('%s', (_, change, reasons) => {
    expect(found(change)).toEqual(reasons)
  })

  it('come most likely first, at most five', () => {
    const others = Array.from({ length: 7 }, (_, index) => ({
      ...sofia,
      documentNumber: `${index}`,
      firstName: index === 6 ? 'Sofía' : 'Sofhía',
    }))
    const same = { ...sofia, documentType: 'RC' }
    const list = duplicateCandidates(sofia, [...others, same])
    expect(list.map(({ reason }) => reason)).toEqual([
      'sameNumber',
      'sameNameAndBirth',
      ...Array(3).fill('similarNameAndBirth'),
    ])
    expect(list[0]?.student).toBe(same)
  })

  it('are measured like pg_trgm', () => {
    expect(similarity('word', 'two words')).toBeCloseTo(0.363636, 5)
    expect(similarity('Peña', 'PENA')).toBe(1)
    expect([similarity('', ''), similarity('', 'a'), similarity('a', '')]).toEqual([0, 0, 0])
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => similarity(a, b) === similarity(b, a)))
  })
})

describe('warnings', () => {
  it('name the field', () => {
    expect(studentWarnings(sofia, '2026-03-05')).toEqual([])
    expect(
      studentWarnings({ ...sofia, documentType: 'CC', documentNumber: '1A', firstSurname: 'Gonçalves' }, '2026-03-05'),
    ).toEqual([
      { field: 'documentNumber', key: 'identity.documentWarning.length' },
      { field: 'documentNumber', key: 'identity.documentWarning.letters' },
      { field: 'documentType', key: 'identity.documentWarning.age' },
      { field: 'firstSurname', key: 'identity.nameWarning.simat' },
    ])
  })
})

describe('input', () => {
  const typed = {
    documentType: 'TI',
    documentNumber: '1.098.765.432',
    firstSurname: ' Ríos ',
    secondSurname: '',
    firstName: 'Sofía',
    birthDate: '06/05/2014',
    gender: '',
  }

  it('is tidied', () => {
    expect(
      createStudentInput.parse({ ...typed, extraData: { eps: ' ', phone: '3001234567', issueDepartment: '05' } }),
    ).toEqual({
      documentType: 'TI',
      documentNumber: '1098765432',
      firstSurname: 'Ríos',
      secondSurname: null,
      firstName: 'Sofía',
      birthDate: '2014-05-06',
      gender: null,
      extraData: { eps: null, phone: '+573001234567', issueDepartment: '05' },
    })
  })

  it.each([
    [{ birthDate: '01/01/2999' }, 'birthDate validation.day'],
    [{ birthDate: '01/01/2150' }, 'birthDate validation.dayInFuture'],
    [{ birthDate: '01/01/1910' }, 'birthDate validation.dayTooOld'],
    [{ gender: 'X' }, 'gender validation.choose'],
    [{ firstName: '' }, 'firstName validation.required'],
    [{ extraData: { issueDepartment: '5' } }, 'extraData.issueDepartment validation.departmentCode'],
    [{ extraData: { diagnosis: 'x' } }, 'extraData validation.unknownField'],
    [{ schoolId: 'x' }, ' validation.unknownField'],
    [{ fullName: 'x' }, ' validation.unknownField'],
  ])('%j is refused', (change, problem) => {
    const issues = createStudentInput.safeParse({ ...typed, ...change }).error?.issues
    expect(issues?.map((issue) => `${issue.path.join('.')} ${validationKey(issue)}`)).toEqual([problem])
  })

  it('changes only what it names', () => {
    const studentId = '01976d1e-7b1c-7f3e-8a55-0d4f6c1b2a3d'
    expect(updateStudentInput.parse({ studentId, version: 2, firstName: 'Ana' })).toEqual({
      studentId,
      version: 2,
      firstName: 'Ana',
    })
  })

  it('reads the list from the address', () => {
    expect(listStudentsInput.parse({ q: ' ríos ', gradeLevel: '6', missing: 'true', limit: '20' })).toEqual({
      q: 'ríos',
      gradeLevel: '6',
      missing: true,
      limit: 20,
    })
    for (const wrong of [{ gradeLevel: '12' }, { status: 'x' }, { limit: '500' }, { yearId: '1' }, { page: '2' }]) {
      expect(listStudentsInput.safeParse(wrong).success).toBe(false)
    }
  })
})
