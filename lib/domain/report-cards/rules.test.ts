import { expect, test } from 'vitest'
import { cardFileName, nextEdition } from './rules'

test('the first card is edition 1; a second one is a correction with a reason', () => {
  expect(nextEdition([], null)).toEqual({ ok: true, edition: 1 })
  expect(nextEdition([{ number: 1, status: 'published' }], null)).toEqual({
    ok: false,
    reason: 'reportCards.refusal.alreadyIssued',
  })
  expect(nextEdition([{ number: 1, status: 'issued' }], { reason: ' ' })).toEqual({
    ok: false,
    reason: 'reportCards.refusal.reasonRequired',
  })
  expect(
    nextEdition(
      [
        { number: 2, status: 'published' },
        { number: 1, status: 'replaced' },
      ],
      { reason: 'x' },
    ),
  ).toEqual({ ok: true, edition: 3 })
})

test('an annulled card leaves room for another, and nothing to correct', () => {
  expect(nextEdition([{ number: 1, status: 'annulled' }], null)).toEqual({ ok: true, edition: 2 })
  expect(nextEdition([{ number: 1, status: 'annulled' }], { reason: 'x' })).toEqual({
    ok: false,
    reason: 'reportCards.refusal.nothingToCorrect',
  })
})

test('a file’s name is plain letters', () => {
  const card = { listName: 'Ñáñez Ríos Sofía', groupCode: '6°A', period: 2, edition: 1 }
  expect(cardFileName(card)).toBe('boletin-6-A-Nanez-Rios-Sofia-P2.pdf')
  expect(cardFileName({ ...card, groupCode: null, period: null, edition: 3 })).toBe(
    'informe-final-Nanez-Rios-Sofia-v3.pdf',
  )
})
