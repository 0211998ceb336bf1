import { describe, expect, it } from 'vitest'
import { clashesOf, common, fromClock, hasLessons, type PlannedLesson, showMinute, toClock } from './rules'

const year = { validFrom: '2026-01-19', validTo: null }
const marta = { id: 't1', name: 'Marta', ...year }
const lesson = (over: Partial<PlannedLesson> = {}): PlannedLesson => ({
  id: 'a',
  weekday: 1,
  startsMinute: 420,
  endsMinute: 475,
  room: null,
  classGroupId: 'g1',
  groupCode: '6-A',
  subject: 'Inglés',
  teachers: [],
  ...year,
  ...over,
})
const kinds = (wanted: PlannedLesson, other: PlannedLesson) => clashesOf(wanted, [other]).map(({ kind }) => kind)

describe('clashesOf', () => {
  const other = lesson({ id: 'b', startsMinute: 470, endsMinute: 525 })
  it('finds the group in two lessons at once', () => expect(kinds(lesson(), other)).toEqual(['group']))
  it('leaves lessons alone that follow each other', () =>
    expect(kinds(lesson(), lesson({ id: 'b', startsMinute: 475, endsMinute: 530 }))).toEqual([]))
  it('leaves other weekdays and itself alone', () => {
    expect(kinds(lesson(), lesson({ id: 'b', weekday: 2 }))).toEqual([])
    expect(kinds(lesson(), lesson())).toEqual([])
  })
  it('finds a teacher in two groups', () => {
    const elsewhere = lesson({ id: 'b', classGroupId: 'g2', teachers: [marta] })
    expect(clashesOf(lesson({ teachers: [marta] }), [elsewhere])).toMatchObject([{ kind: 'teacher', name: 'Marta' }])
  })
  it('knows that a teacher handed the course over before', () => {
    const left = { ...marta, validTo: '2026-06-30' }
    const since = { validFrom: '2026-07-01', validTo: null }
    const elsewhere = lesson({ id: 'b', classGroupId: 'g2', teachers: [marta], ...since })
    expect(kinds(lesson({ teachers: [left] }), elsewhere)).toEqual([])
    expect(kinds(lesson({ teachers: [{ ...left, validTo: '2026-07-01' }] }), elsewhere)).toEqual(['teacher'])
  })
  it('finds a room taken, whatever its capitals', () => {
    const elsewhere = lesson({ id: 'b', classGroupId: 'g2', room: 'Lab 1 ' })
    expect(kinds(lesson({ room: 'lab 1' }), elsewhere)).toEqual(['room'])
    expect(kinds(lesson(), elsewhere)).toEqual([])
  })
  it('compares days of validity, the last one included', () => {
    const first = lesson({ validTo: '2026-06-30' })
    expect(kinds(first, lesson({ id: 'b', validFrom: '2026-07-01' }))).toEqual([])
    expect(kinds(first, lesson({ id: 'b', validFrom: '2026-06-30' }))).toEqual(['group'])
  })
})

it('takes the days that two spans share', () => {
  expect(
    common({ validFrom: '2026-01-01', validTo: '2026-02-01' }, { validFrom: '2026-01-15', validTo: null }),
  ).toEqual({
    validFrom: '2026-01-15',
    validTo: '2026-02-01',
  })
})

it('holds lessons on ordinary days, on days made up, and not on holidays or in the recess', () => {
  expect(hasLessons('2026-10-07', [])).toBe(true)
  expect(hasLessons('2026-10-12', [])).toBe(false)
  expect(hasLessons('2026-10-12', ['extra'])).toBe(true)
  expect(hasLessons('2026-10-07', ['recess'])).toBe(false)
  expect(hasLessons('2026-10-07', ['off'])).toBe(false)
  expect(hasLessons('2026-10-07', ['event'])).toBe(true)
})

it('reads and shows the clock', () => {
  expect([
    showMinute(425),
    toClock(425),
    fromClock('7:05'),
    fromClock('07:05'),
    fromClock('24:00'),
    fromClock('7.05'),
  ]).toEqual(['7:05', '07:05', 425, 425, null, null])
})
