import { beforeAll, expect, test } from 'vitest'
import { renderPdf } from '@/lib/platform/pdf'
import { qrImage } from '@/lib/platform/qr-image'
import { pageCount, pdfText } from '@/tests/support/pdf-text'
import { defaultRules, rulesOfGrade } from '../evaluation/rules'
import { cardSheet } from './pdf'
import { cardAreas, noAbsences, scaleOf } from './snapshot/rules'
import type { CardHeader } from './snapshot/schema'
import { type CardWords, cardWords } from './words/steps'

let words: CardWords
beforeAll(async () => {
  words = await cardWords()
})

const look = { color: '#b3261e', logo: null, signatures: {} }
const proof = {
  number: 'BO-2026-00123',
  code: '7K3M9QPT4XWZ2HNB',
  address: 'athena.example.co/verify/la-quebrada',
  qr: await qrImage('https://athena.example.co/verify/la-quebrada/7K3M-9QPT-4XWZ-2HNB'),
}
const period = { number: 1, name: 'Periodo 1' }
const nobody = { nit: null, dane: null, resolution: null, city: null, address: null, phone: null, email: null }

const header = (gradeLevel: string, over: Partial<CardHeader> = {}): CardHeader => {
  const rules = rulesOfGrade(defaultRules(), gradeLevel)
  return {
    format: 1,
    kind: 'period',
    edition: 1,
    school: { name: 'Institución Educativa Ñuño', ...nobody, dane: '105001000123' },
    year: '2026',
    period,
    periods: [period],
    issuedOn: '2026-11-21',
    student: {
      name: 'Sofía Ángela Ríos Peñaloza',
      listName: 'Ríos Peñaloza Sofía Ángela',
      document: 'TI 1.098.765.432',
    },
    gradeLevel,
    groupCode: '6-A',
    shift: 'morning',
    director: 'Óscar Muñoz',
    signers: [
      { name: 'Óscar Muñoz', role: 'director' },
      { name: 'Nubia Cárdenas', role: 'rector' },
    ],
    assessment: rules.assessment,
    display: 'both',
    scale: scaleOf(rules),
    absences: { lessons: noAbsences(), days: { justified: 1, unjustified: 2, late: 0 } },
    observation: 'Más puntualidad.',
    ranking: null,
    promotion: null,
    ...over,
  }
}

const areas = (gradeLevel: string, subjects: number) =>
  cardAreas(
    rulesOfGrade(defaultRules(), gradeLevel),
    [period],
    Array.from({ length: subjects }, (_, index) => ({
      courseOfferingId: `c${index}`,
      subject: `Educación artística ${index}`,
      area: { id: `a${index}`, name: `Área n.º ${index}`, position: index },
      position: index,
      weeklyHours: '2.5',
      areaWeight: null,
      assessment: 'numeric',
      teacher: 'María José Gutiérrez',
      values: { 1: { value: '2.9', scaleMax: '5' } },
      yearRecovery: null,
      recovered: null,
      achievements: [],
      comments: [{ kind: 'recommendation', text: '¿Y si leen juntos? Así mejorará.' }],
      absences: noAbsences(),
    })),
  )

const print = async (head: CardHeader, subjects = 2) => {
  const pdf = await renderPdf(cardSheet({ header: head, items: areas(head.gradeLevel, subjects) }, look, proof, words))
  return { pdf, text: pdfText(pdf).replace(/ /g, '') }
}

test('holds accents, marks with a comma, levels, signatures, number and code', async () => {
  const { pdf, text } = await print(header('6'))
  for (const said of [
    'INSTITUCIÓNEDUCATIVAÑUÑO',
    'RíosPeñaloza',
    'Árean.º0',
    '2,9',
    '2,5',
    'Bajo',
    '¿Ysileenjuntos?',
    'ÓscarMuñoz',
    'Rector(a)',
    'BO-2026-00123',
    '7K3M-9QPT',
    'Página1de1',
    'DANE105001000123',
    '1díajustificado,2injustificados',
  ])
    expect(text).toContain(said)
  expect(pageCount(pdf)).toBe(1)
  expect(pdf.length).toBeLessThan(60_000)
})

test('goes on over pages that are counted and name their student', async () => {
  const { pdf, text } = await print(header('6'), 14)
  expect(pageCount(pdf)).toBe(2)
  expect(text).toContain('Página2de2')
  expect(text.split('RíosPeñalozaSofíaÁngela·').length - 1).toBe(1)
})

test('tells preschool in words, without a number for anything', async () => {
  const { text } = await print(header('0', { groupCode: 'Transición A' }))
  expect(text).toContain('Decreto2247')
  expect(text).not.toMatch(/2,9|Bajo|IHS/)
})

test('a final report says who is promoted, and where to; a correction says so', async () => {
  const promotion = { status: 'promoted' as const, promotedTo: '7', reason: null }
  const { text } = await print(header('6', { kind: 'final', period: null, promotion, edition: 2 }))
  for (const said of ['Informefinal', 'PROMOVIDO(A)aSéptimo', 'Correcciónn.º1', 'Def.']) expect(text).toContain(said)
})
