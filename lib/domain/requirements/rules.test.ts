import { describe, expect, it } from 'vitest'
import { validationKey } from '@/lib/shared/validation-key'
import en from '@/messages/en/requirements.json'
import es from '@/messages/es/requirements.json'
import {
  catalogueCodes,
  defaultRequirements,
  type EnrollmentFacts,
  requiredDocumentsFor,
  sensitiveRequirements,
} from './rules'
import { appliesTo, createRequirementInput } from './schema'

const asked = (sector: string, facts: EnrollmentFacts) =>
  requiredDocumentsFor(
    defaultRequirements(sector, es.catalogue).filter((one) => one.isActive && one.required),
    facts,
  )
    .map((one) => one.code)
    .join(' ')

describe('the default list', () => {
  it.each<[string, string, EnrollmentFacts, string]>([
    [
      'a new child in 6°',
      'official',
      { kind: 'new', gradeLevel: '6', documentType: 'TI' },
      'birth_certificate identity_document guardian_document health_affiliation report_card previous_grades habeas_data tratamiento_datos',
    ],
    [
      'a new child of five in transición',
      'official',
      { kind: 'new', gradeLevel: '0', documentType: 'RC', birthDate: '2020-06-01', on: '2026-01-20' },
      'birth_certificate guardian_document health_affiliation vaccination_card habeas_data tratamiento_datos',
    ],
    [
      'a returning child',
      'official',
      { kind: 'returning', gradeLevel: '6', documentType: 'TI' },
      'identity_document health_affiliation habeas_data tratamiento_datos',
    ],
    [
      'a child from Venezuela, transferred within the year',
      'official',
      { kind: 'transfer', gradeLevel: '3', documentType: 'PPT' },
      'foreign_identity guardian_document health_affiliation vaccination_card report_card partial_marks habeas_data tratamiento_datos',
    ],
    [
      'a returning child of a private school',
      'private',
      { kind: 'returning', gradeLevel: '11', documentType: 'CC' },
      'identity_document health_affiliation service_contract promissory_note habeas_data tratamiento_datos',
    ],
    [
      'an adult in ciclo 3',
      'official',
      { kind: 'new', gradeLevel: '23', documentType: 'CC' },
      'birth_certificate identity_document guardian_document health_affiliation report_card previous_grades habeas_data tratamiento_datos',
    ],
  ])('for %s', (_, sector, facts, codes) => {
    expect(asked(sector, facts)).toBe(codes)
  })

  it('asks a child of eight with a registro civil for the tarjeta de identidad', () => {
    const child = { kind: 'returning', gradeLevel: '2', documentType: 'RC', on: '2026-01-20' }
    expect(asked('official', { ...child, birthDate: '2018-01-20' })).toContain('identity_document')
    expect(asked('official', { ...child, birthDate: '2019-01-21' })).not.toContain('identity_document')
  })

  it('is in order, with unique codes and conditions that can be stored', () => {
    const list = defaultRequirements('private', es.catalogue)
    expect(new Set(list.map((one) => one.code)).size).toBe(list.length)
    expect(list.map((one) => one.position)).toEqual([...list.map((one) => one.position)].sort((a, b) => a - b))
    for (const one of list)
      expect(appliesTo.strict().parse(JSON.parse(JSON.stringify(one.appliesTo)))).toEqual(one.appliesTo)
    for (const one of list) expect(one.name.length).toBeGreaterThan(0)
    expect(sensitiveRequirements.every((code) => catalogueCodes.includes(code))).toBe(true)
  })

  it('is this, for a private school', () => {
    const shown = defaultRequirements('private', es.catalogue).map((one) => {
      const { new: newcomer, returning, transfer } = one.appliesTo
      const kinds = `${newcomer ? 'N' : ''}${returning ? 'R' : ''}${transfer ? 'T' : ''}`
      return `${one.position} ${one.code} ${kinds} ${one.kind}${one.required ? '' : ' optional'}${one.isActive ? '' : ' off'}`
    })
    expect(shown).toEqual([
      '10 birth_certificate NT file',
      '20 identity_document NRT file',
      '30 foreign_identity NRT file',
      '40 guardian_document NT file',
      '50 health_affiliation NRT file',
      '60 vaccination_card NT file',
      '70 health_assessment NT file optional',
      '80 report_card NT file',
      '90 previous_grades NT file',
      '100 partial_marks T file',
      '110 clearance T file optional',
      '120 simat_withdrawal T file optional',
      '130 photo NRT file optional',
      '140 utility_bill NT file optional',
      '150 family_record T file optional off',
      '160 disability_support NRT file optional off',
      '170 ethnic_or_victim_certificate NT file optional off',
      '180 custody_document NRT file optional off',
      '190 pre_enrollment_form R file off',
      '200 service_contract NRT file',
      '210 promissory_note NRT file',
      '220 habeas_data NRT consent',
      '230 tratamiento_datos NRT consent',
    ])
  })

  it('carries the words that families read', () => {
    const [first] = defaultRequirements('official', es.catalogue)
    expect(first).toMatchObject({ name: 'Registro civil de nacimiento', help: es.catalogue.birth_certificate.help })
    expect(defaultRequirements('official', {})[0]).toMatchObject({ name: 'birth_certificate', help: '' })
  })

  it.each([es, en])('has texts for families and reviewers', (texts) => {
    expect(Object.keys(texts.catalogue).sort()).toEqual([...catalogueCodes].sort())
  })
})

describe('a condition', () => {
  const facts = { kind: 'new', gradeLevel: '6', documentType: 'TI' }
  const holds = (stored: unknown, change: Partial<EnrollmentFacts> = {}) =>
    requiredDocumentsFor([{ appliesTo: stored }], { ...facts, ...change }).length === 1

  it('that says nothing, or nonsense, asks everybody', () => {
    expect([{}, null, 'x', { minGrade: '12' }].map((stored) => holds(stored))).toEqual([true, true, true, true])
  })

  it('names kinds one by one', () => {
    expect(['new', 'returning', 'transfer'].map((kind) => holds({ new: true }, { kind }))).toEqual([true, false, false])
    expect(['new', 'returning', 'transfer'].map((kind) => holds({ new: false }, { kind }))).toEqual([false, true, true])
  })

  it('judges an unknown age by the document', () => {
    const onDay = { birthDate: '2019-01-20', on: '2026-01-20' }
    expect([holds({ minAge: 7 }), holds({ minAge: 7 }, { documentType: 'RC' })]).toEqual([true, false])
    expect(holds({ minAge: 7 }, { documentType: 'RC', birthDate: '2010-01-01' })).toBe(false)
    expect([holds({ minAge: 7 }, onDay), holds({ minAge: 8 }, onDay)]).toEqual([true, false])
  })

  it('includes both ends of its grades, in school order', () => {
    const range = { minGrade: '-1', maxGrade: '2' }
    expect(['-2', '-1', '0', '2', '3', '10'].map((gradeLevel) => holds(range, { gradeLevel }))).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ])
  })
})

describe('input', () => {
  const paper = { code: 'Carta_Laboral', name: 'Carta laboral', appliesTo: { minGrade: '6' }, required: false }
  const problems = (change: object) =>
    createRequirementInput
      .safeParse({ ...paper, ...change })
      .error?.issues.map((issue) => `${issue.path.join('.')} ${validationKey(issue)}`)

  it('is a document of the school’s own', () => {
    expect(createRequirementInput.parse(paper).code).toBe('carta_laboral')
    expect(problems({ code: 'carta laboral' })).toEqual(['code validation.documentCode'])
    expect(problems({ appliesTo: { minGrade: '6', maxGrade: '5' } })).toEqual([
      'appliesTo.maxGrade validation.gradeRange',
    ])
    expect(problems({ appliesTo: { city: 'Cali' } })).toEqual(['appliesTo validation.unknownField'])
  })
})
