import { expect, test } from 'vitest'
import { codeFrom, leaveForce, maskedDocument, maskedName, readCode, seriesOf, showCode, showNumber } from './rules'

test('a number names its series and year', () => {
  expect(showNumber(seriesOf('enrollment_certificate', '2026-11-21'), 12)).toBe('CE-2026-00012')
  expect(showNumber(seriesOf('final_report', '2027-01-02'), 123456)).toBe('IF-2027-123456')
})

test('a code is sixteen letters that nobody mistakes, and is read as people type it', () => {
  expect(codeFrom(new Uint8Array(10))).toBe('0000000000000000')
  expect(codeFrom(new Uint8Array(10).fill(255))).toBe('ZZZZZZZZZZZZZZZZ')
  const code = codeFrom(new Uint8Array([1, 35, 69, 103, 137, 171, 205, 239, 1, 35]))
  expect(readCode(showCode(code))).toBe(code)
  expect(readCode(' 7k3m-9qpt-4xwz-2hnb ')).toBe('7K3M9QPT4XWZ2HNB')
  expect(readCode('OIl0-0000-0000-0000')).toBe('0110000000000000')
  expect(readCode('7K3M-9QPT')).toBeNull()
  expect(readCode('U000-0000-0000-0000')).toBeNull()
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
