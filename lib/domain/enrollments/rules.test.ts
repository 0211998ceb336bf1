import { describe, expect, it } from 'vitest'
import { enrollmentStatuses } from '@/lib/shared/enrollment-status'
import { validationKey } from '@/lib/shared/validation-key'
import en from '@/messages/en/enrollments.json'
import es from '@/messages/es/enrollments.json'
import { guardianInput, studentInput } from '@/tests/support/factories/data'
import type { DocumentStatus } from './documents/schema'
import * as rules from './rules'
import { automaticReasons, enrollChildInput, simatShift, statusHistoryEntry } from './schema'

const now = new Date('2026-01-20T15:00:00Z')
const required = (...states: DocumentStatus[]) => states.map((status) => ({ required: true, status }))
const go = (
  from: Parameters<typeof rules.transition>[0],
  to: Parameters<typeof rules.transition>[1],
  facts: Partial<rules.TransitionFacts> = {},
) => rules.transition(from, to, { now, changedBy: 'u1', documents: required('validated'), ...facts })
const refusal = (...call: Parameters<typeof go>) => {
  const result = go(...call)
  return result.ok ? null : result.reason.replace('enrollments.refusal.', '')
}

describe('the ways of an enrollment', () => {
  it('are these and no others, with everything said that may be asked', () => {
    const ways = enrollmentStatuses.flatMap((from) =>
      enrollmentStatuses
        .filter((to) => go(from, to, { reason: 'x', commitment: { dueOn: '2026-02-20' } }).ok)
        .map((to) => `${from} → ${to}`),
    )
    expect(ways).toEqual([
      'pending_documents → in_review',
      'pending_documents → active',
      'pending_documents → withdrawn',
      'in_review → pending_documents',
      'in_review → active',
      'in_review → withdrawn',
      'active → graduated',
      'active → withdrawn',
      'withdrawn → active',
    ])
  })

  it.each([
    ['pending_documents', 'withdrawn'],
    ['in_review', 'pending_documents'],
    ['in_review', 'withdrawn'],
    ['active', 'withdrawn'],
    ['withdrawn', 'active'],
  ] as const)('%s → %s needs a reason', (from, to) => {
    expect(refusal(from, to)).toBe('reasonRequired')
    expect(refusal(from, to, { reason: '  ' })).toBe('reasonRequired')
    expect(refusal(from, to, { reason: 'Cambio de ciudad' })).toBeNull()
  })

  it('lead to a reviewer only with every required paper sent', () => {
    expect(refusal('pending_documents', 'in_review', { documents: required('uploaded', 'pending') })).toBe(
      'documentsMissing',
    )
    expect(refusal('pending_documents', 'in_review', { documents: required('rejected') })).toBe('documentsMissing')
    expect(
      refusal('pending_documents', 'in_review', {
        documents: [...required('uploaded'), { required: false, status: 'pending' }],
      }),
    ).toBeNull()
  })

  it('never keep a child out for missing papers, if somebody promises them', () => {
    expect(refusal('pending_documents', 'active')).toBe('commitmentRequired')
    expect(refusal('pending_documents', 'active', { commitment: { dueOn: '2026-01-19' } })).toBe('commitmentDuePast')
    expect(refusal('pending_documents', 'active', { commitment: { dueOn: '2027-02-20' } })).toBe('commitmentTooLong')
    expect(refusal('pending_documents', 'active', { commitment: { dueOn: '2027-01-21' } })).toBeNull()
    expect(refusal('pending_documents', 'active', { commitment: { dueOn: '2027-01-22' } })).toBe('commitmentTooLong')
    expect(refusal('in_review', 'active', { documents: required('uploaded') })).toBe('commitmentRequired')
    expect(refusal('in_review', 'active', { documents: required('validated') })).toBeNull()
    expect(
      go('pending_documents', 'active', { commitment: { dueOn: '2026-01-20' }, documents: required('pending') }),
    ).toEqual({
      ok: true,
      commitmentDueOn: '2026-01-20',
      entry: {
        status: 'active',
        changed_at: '2026-01-20T15:00:00.000Z',
        changed_by: 'u1',
        reason: 'commitment',
        commitment_due_on: '2026-01-20',
      },
    })
  })

  it('leave a line in the history', () => {
    const result = go('active', 'withdrawn', { reason: ' Cambio de ciudad ', changedBy: null })
    expect(result.ok && statusHistoryEntry.parse(result.entry)).toEqual({
      status: 'withdrawn',
      changed_at: '2026-01-20T15:00:00.000Z',
      changed_by: null,
      reason: 'Cambio de ciudad',
    })
  })

  it('are offered with what they ask', () => {
    expect(rules.statusChoices('pending_documents', required('pending'))).toEqual([
      { to: 'active', needsReason: false, needsCommitment: true },
      { to: 'withdrawn', needsReason: true, needsCommitment: false },
    ])
    expect(rules.statusChoices('in_review', required('validated'))[0]).toEqual({
      to: 'active',
      needsReason: false,
      needsCommitment: false,
    })
    expect(rules.statusChoices('graduated', [])).toEqual([])
  })
})

describe('documents', () => {
  it('decide where an enrollment begins', () => {
    expect(rules.initialStatus(required('pending', 'validated'))).toBe('pending_documents')
    expect(rules.initialStatus([{ required: false, status: 'pending' }])).toBe('in_review')
  })

  it.each<[Parameters<typeof rules.transition>[0], DocumentStatus[], string | null]>([
    ['pending_documents', ['uploaded', 'pending'], null],
    ['pending_documents', ['uploaded', 'validated'], 'in_review documents_sent'],
    ['pending_documents', ['validated', 'validated'], 'in_review documents_sent'],
    ['in_review', ['uploaded', 'validated'], null],
    ['in_review', ['rejected', 'uploaded'], 'pending_documents document_rejected'],
    ['in_review', ['validated', 'validated'], 'active documents_validated'],
    ['active', ['rejected'], null],
    ['withdrawn', ['validated'], null],
  ])('%s with %j leads to %s', (status, states, expected) => {
    const step = rules.nextStatusAfterReview(status, required(...states))
    expect(step && `${step.to} ${step.reason}`).toBe(expected)
    if (step) expect(go(status, step.to, { reason: step.reason, documents: required(...states) }).ok).toBe(true)
  })

  it('make a commitment met, or overdue', () => {
    const on = (day: string, missing = 1) => rules.commitmentState('2026-02-20', missing, day)
    expect([on('2026-02-12'), on('2026-02-13'), on('2026-02-20'), on('2026-02-21'), on('2026-02-21', 0)]).toEqual([
      'running',
      'soon',
      'soon',
      'overdue',
      'met',
    ])
    expect(rules.commitmentState(null, 3, '2026-01-01')).toBe('none')
  })
})

describe('the form', () => {
  const id = '01976d1e-7b1c-7f3e-8a55-0d4f6c1b2a3d'
  const student = studentInput(1)
  const guardian = guardianInput(1)
  const form = { schoolYearId: id, kind: 'new', gradeLevel: '6', guardians: [{ guardian, relationship: 'mother' }] }
  const problems = (input: object) =>
    enrollChildInput.safeParse(input).error?.issues.map((issue) => `${issue.path.join('.')} ${validationKey(issue)}`)

  it('takes a known child or a new one', () => {
    expect(problems({ ...form, student })).toBeUndefined()
    expect(problems({ ...form, studentId: id, guardians: [] })).toBeUndefined()
    expect(problems(form)).toEqual(['student validation.required'])
    expect(problems({ ...form, studentId: id, student })).toEqual(['student validation.required'])
  })

  it('wants a guardian for a new child, and one primary at most', () => {
    expect(problems({ ...form, student, guardians: [] })).toEqual(['guardians validation.tooSmall'])
    const two = [0, 1].map((at) => ({ guardianId: id.replace('0', `${at}`), relationship: 'father', isPrimary: true }))
    expect(problems({ ...form, student, guardians: two })).toEqual(['guardians validation.onePrimary'])
    expect(problems({ ...form, student, guardians: [{ relationship: 'mother' }] })).toEqual([
      'guardians.0.guardian validation.required',
    ])
  })

  it('lets no client write the state or its history', () => {
    expect(problems({ ...form, student, status: 'active' })).toEqual([' validation.unknownField'])
    expect(problems({ ...form, student, statusHistory: [] })).toEqual([' validation.unknownField'])
  })

  it('proposes the next grade', () => {
    expect(rules.proposePlacement({ gradeLevel: '5', shift: 'morning' })).toEqual({
      kind: 'returning',
      gradeLevel: '6',
      groupCode: null,
      shift: 'morning',
    })
    expect(rules.proposePlacement(null).kind).toBe('new')
  })

  it('proposes the class that goes on', () => {
    const next = (groupCode: string, gradeLevel: '5' | '9' | '11') =>
      rules.proposePlacement({ gradeLevel, groupCode, shift: null }).groupCode
    expect([next('A', '5'), next('501', '5'), next('902', '9'), next('5', '5'), next('11-1', '11')]).toEqual([
      'A',
      '601',
      '1002',
      '5',
      null,
    ])
    expect([next('5-A', '5'), next('9-10', '9')]).toEqual(['6-A', '10-10'])
  })
})

describe('shifts', () => {
  it("carry SIMAT's codes", () => {
    expect(simatShift).toEqual({ full_day: '1', morning: '2', afternoon: '3', night: '4', weekend: '5', single: '6' })
  })
})

describe('texts', () => {
  it.each([es, en])('name every code', (texts) => {
    expect(Object.keys(texts.status).sort()).toEqual([...enrollmentStatuses].sort())
    expect(Object.keys(texts.kind).sort()).toEqual([...rules.enrollmentKinds].sort())
    expect(Object.keys(texts.shift).sort()).toEqual([...rules.shifts].sort())
    expect(Object.keys(texts.historyReason).sort()).toEqual([...automaticReasons].sort())
  })
})
