import { describe, expect, it } from 'vitest'
import {
  type Choices,
  isDone,
  type Planned,
  planStudent,
  proposeDestination,
  type SourceStudent,
  undoUntil,
} from './rules'

const groups = new Map([
  ['6', ['6-A', '6-B']],
  ['7', ['7-A', '7-B']],
  ['8', ['8-A']],
  ['11', ['11-A']],
])
const choices: Choices = {
  promotion: { undecided: 'waits', pending: 'waits' },
  destinations: new Map([
    ['6 6-A', { gradeLevel: '6', groupCode: '6-A', promotedTo: '7-A', repeatsIn: '6-A' }],
    ['11 11-A', { gradeLevel: '11', groupCode: '11-A', promotedTo: null, repeatsIn: '11-A' }],
  ]),
  groups,
}
const student: SourceStudent = {
  gradeLevel: '6',
  groupCode: '6-A',
  status: 'active',
  isActive: true,
  decision: { status: 'promoted', promotedTo: '7' },
  exception: null,
  enrolledByHand: false,
  graduatedHere: false,
}
const plan = (over: Partial<SourceStudent> = {}, chosen: Partial<Choices> = {}) =>
  planStudent({ ...student, ...over }, { ...choices, ...chosen })
const decided = (status: string, promotedTo: string | null = null) => ({ decision: { status, promotedTo } })

describe('where a student goes', () => {
  it('follows the meeting: on, again, or out of school with a degree', () => {
    expect(plan()).toEqual({ outcome: 'promoted', gradeLevel: '7', groupCode: '7-A', problem: null })
    expect(plan(decided('not_promoted'))).toMatchObject({ outcome: 'repeats', gradeLevel: '6', groupCode: '6-A' })
    const last = { gradeLevel: '11', groupCode: '11-A' }
    expect(plan({ ...last, ...decided('promoted') })).toMatchObject({
      outcome: 'graduates',
      gradeLevel: null,
      problem: null,
    })
    expect(plan({ ...last, ...decided('not_promoted') })).toMatchObject({ outcome: 'repeats', groupCode: '11-A' })
  })

  it('waits for a decision unless the rector says what happens without one', () => {
    expect(plan({ decision: null })).toMatchObject({ outcome: 'waits', problem: 'undecided' })
    expect(plan(decided('pending'))).toMatchObject({ outcome: 'waits', problem: 'pendingDecision' })
    const otherwise = { promotion: { undecided: 'promoted', pending: 'repeats' } } as const
    expect(plan({ decision: null }, otherwise)).toMatchObject({ outcome: 'promoted', groupCode: '7-A' })
    expect(plan(decided('pending'), otherwise)).toMatchObject({ outcome: 'repeats', groupCode: '6-A' })
  })

  it('reads promotion ahead of time only until the student sits in that grade', () => {
    expect(plan(decided('early', '7'))).toMatchObject({ outcome: 'promoted', gradeLevel: '7' })
    expect(plan({ gradeLevel: '7', groupCode: '7-A', ...decided('early', '7') })).toMatchObject({
      problem: 'undecided',
    })
  })

  it('is what the exception says, above every decision', () => {
    expect(plan({ exception: { outcome: 'leaves' }, status: 'in_review' })).toMatchObject({
      outcome: 'leaves',
      problem: null,
    })
    const elsewhere = { outcome: 'promoted', gradeLevel: '8', groupCode: '8-A' } as const
    expect(plan({ exception: elsewhere })).toMatchObject({ gradeLevel: '8', groupCode: '8-A' })
    expect(plan({ exception: { outcome: 'repeats', gradeLevel: '6', groupCode: '6-B' } })).toMatchObject({
      groupCode: '6-B',
    })
    expect(plan({ exception: { outcome: 'promoted', gradeLevel: '7', groupCode: '' } })).toMatchObject({
      groupCode: null,
      problem: null,
    })
  })

  it('is nowhere, and says why', () => {
    const why = (over: Partial<SourceStudent>, chosen: Partial<Choices> = {}) => plan(over, chosen).problem
    expect(why({ isActive: false })).toBe('inactive')
    expect(why({ status: 'in_review' })).toBe('notActive')
    expect(why({ enrolledByHand: true })).toBe('alreadyEnrolled')
    expect(why({}, { destinations: new Map() })).toBe('noDestination')
    expect(why({}, { groups: new Map([['7', ['7-B']]]) })).toBe('groupGone')
    expect(why({ gradeLevel: '99', decision: { status: 'promoted', promotedTo: null } })).toBe('noNextGrade')
  })
})

describe('what is proposed', () => {
  const propose = (gradeLevel: string, groupCode: string | null) =>
    proposeDestination({ gradeLevel, groupCode }, groups)

  it('keeps the class together, and takes the only group there is', () => {
    expect(propose('6', '6-B')).toMatchObject({ promotedTo: '7-B', repeatsIn: '6-B' })
    expect(propose('7', '7-B')).toMatchObject({ promotedTo: '8-A', repeatsIn: '7-B' })
    expect(propose('6', '6-C')).toMatchObject({ promotedTo: null, repeatsIn: null })
    expect(propose('11', '11-A')).toMatchObject({ promotedTo: null, repeatsIn: '11-A' })
    expect(propose('8', '8-A')).toMatchObject({ promotedTo: null })
  })
})

describe('another run', () => {
  const done = { status: 'done', outcome: 'promoted', gradeLevel: '7', groupCode: '7-A', problem: null }
  const wanted: Planned = { outcome: 'promoted', gradeLevel: '7', groupCode: '7-A', problem: null }

  it('has nothing to do where it is done', () => {
    expect(isDone(done, wanted)).toBe(true)
    expect(isDone({ ...done, status: 'undone' }, wanted)).toBe(false)
    expect(isDone(null, wanted)).toBe(false)
    expect(isDone(done, { ...wanted, groupCode: '7-B' })).toBe(false)
    const waits: Planned = { outcome: 'waits', gradeLevel: null, groupCode: null, problem: 'undecided' }
    expect(isDone({ ...done, status: 'skipped', outcome: 'waits', problem: 'undecided' }, waits)).toBe(true)
  })

  it('takes an enrollment away for another decision only, not for a group that is gone', () => {
    expect(isDone(done, { ...wanted, groupCode: null, problem: 'groupGone' })).toBe(true)
    expect(isDone(done, { ...wanted, outcome: 'waits', gradeLevel: null, problem: 'undecided' })).toBe(false)
  })

  it('can be undone for thirty days', () => {
    expect(undoUntil('2026-11-21')).toBe('2026-12-21')
  })
})
