import { describe, expect, it } from 'vitest'
import en from '../../messages/en/identity.json'
import es from '../../messages/es/identity.json'
import {
  documentWarnings,
  expectedDocumentType,
  identityDocumentTypes,
  isForeignDocument,
  normalizeDocumentNumber,
  showDocument,
  showDocumentNumber,
  simatDocumentCode,
} from './documents-id'

describe('identity documents', () => {
  it("carry SIMAT's codes", () => {
    const codes = Object.fromEntries(identityDocumentTypes.map((type) => [type, simatDocumentCode(type)]))
    expect(codes).toEqual({
      CC: '1',
      TI: '2',
      CE: '3',
      RC: '5',
      NIP: '6',
      NUIP: '7',
      NES: '8',
      CABILDO: '9',
      PEP: '10',
      VISA: '11',
      TMF: '12',
      PPT: '13',
      PA: null,
    })
    expect(simatDocumentCode('??')).toBeNull()
  })

  it('are stored plain and shown with dots', () => {
    expect(normalizeDocumentNumber(' 1.098.765-432 ')).toBe('1098765432')
    expect(normalizeDocumentNumber('ab 01-23x')).toBe('AB0123X')
    expect(showDocumentNumber('1098765432')).toBe('1.098.765.432')
    expect(showDocumentNumber('00123')).toBe('00.123')
    expect(showDocumentNumber('AB0123X')).toBe('AB0123X')
    expect(showDocument('TI', '1098765432')).toBe('TI 1.098.765.432')
  })

  it('follow the age', () => {
    expect(expectedDocumentType('2019-03-06', '2026-03-05')).toBe('RC')
    expect(expectedDocumentType('2019-03-05', '2026-03-05')).toBe('TI')
    expect(expectedDocumentType('2008-03-05', '2026-03-05')).toBe('CC')
  })

  it('warn about what looks wrong and say nothing about what does not', () => {
    expect(documentWarnings('TI', '1098765432', { birthDate: '2014-01-01', on: '2026-03-05' })).toEqual([])
    expect(documentWarnings('TI', '109876A', { birthDate: '2022-01-01', on: '2026-03-05' })).toEqual([
      'length',
      'letters',
      'age',
    ])
    expect(documentWarnings('PPT', '123456789')).toEqual(['length'])
    expect(documentWarnings('PA', 'AB0123X', { birthDate: '2022-01-01', on: '2026-03-05' })).toEqual([])
  })

  it.each([
    ['CC', '123', []],
    ['CC', '1234567890', []],
    ['CC', '12345678901', ['length']],
    ['CC', '12A', ['letters']],
    ['CE', '12A', ['letters']],
    ['PPT', '1234A', ['letters']],
    ['PEP', '12345678901234A', ['letters']],
    ['RC', '1098765A', []],
    ['XX', '1', []],
    ['CC', '', []],
  ])('%s %s gives %j', (type, number, warnings) => {
    expect(documentWarnings(type, number)).toEqual(warnings)
  })

  it('say who is a foreigner', () => {
    expect(identityDocumentTypes.filter(isForeignDocument).sort()).toEqual([
      'CE',
      'NES',
      'PA',
      'PEP',
      'PPT',
      'TMF',
      'VISA',
    ])
  })
})

describe('texts', () => {
  it.each([es, en])('name every document', (texts) => {
    expect(Object.keys(texts.documentType).sort()).toEqual([...identityDocumentTypes].sort())
  })
})
