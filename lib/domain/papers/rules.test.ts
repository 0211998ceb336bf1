import { expect, test } from 'vitest'
import { leaveForce, maskedDocument, maskedName, seriesOf, showNumber } from './rules'

test('a number names its series and year', () => {
  expect(showNumber(seriesOf('enrollment_certificate', '2026-11-21'), 12)).toBe('CE-2026-00012')
  expect(showNumber(seriesOf('final_report', '2027-01-02'), 123456)).toBe('IF-2027-123456')
})

test('a stranger sees initials and three digits', () => {
  expect(maskedName('Ángela María Ñáñez Ríos')).toBe('A. M. N. R.')
  expect(maskedDocument('TI 1.098.765.432')).toBe('TI ····· 432')
})

test('a paper leaves force once, with a reason', () => {
  expect(leaveForce('valid', 'Nombre mal escrito')).toEqual({ ok: true })
  expect(leaveForce('valid', '  ')).toEqual({ ok: false, reason: 'papers.refusal.reasonRequired' })
  expect(leaveForce('annulled', 'Otra vez')).toEqual({ ok: false, reason: 'papers.refusal.notValid' })
})
