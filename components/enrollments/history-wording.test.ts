import { expect, it } from 'vitest'
import { historyWording } from './history-wording'

const line = (
  status: 'pending_documents' | 'in_review' | 'active' | 'withdrawn',
  reason: string | null,
  due?: string,
) => ({
  status,
  reason,
  commitmentDueOn: due ?? null,
})

it('has a sentence of its own for what happens by itself', () => {
  expect(historyWording(line('pending_documents', 'created'), undefined)).toEqual({
    sentence: 'pending_documents.created',
    ownReason: null,
  })
  expect(historyWording(line('in_review', 'documents_sent'), 'pending_documents').sentence).toBe(
    'in_review.documents_sent',
  )
})

it('names the commitment and keeps the words that came with it', () => {
  expect(historyWording(line('active', 'commitment', '2027-02-01'), 'pending_documents')).toEqual({
    sentence: 'active.commitment',
    ownReason: null,
  })
  expect(historyWording(line('active', 'Falta la EPS', '2027-02-01'), 'in_review').ownReason).toBe('Falta la EPS')
})

it('tells coming back from becoming active', () => {
  expect(historyWording(line('active', 'Reintegro'), 'withdrawn')).toEqual({
    sentence: 'active.returned',
    ownReason: 'Reintegro',
  })
  expect(historyWording(line('active', null), 'in_review').sentence).toBe('active.other')
})

it('does not take a code of another state for one', () => {
  expect(historyWording(line('withdrawn', 'created'), 'active')).toEqual({
    sentence: 'withdrawn.other',
    ownReason: 'created',
  })
})
