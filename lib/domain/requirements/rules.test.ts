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
