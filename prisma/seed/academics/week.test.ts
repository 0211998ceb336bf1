import { describe, expect, it } from 'vitest'
import { createRandom } from '../random'
import { makeWeek, type Weekly } from './week'

const clashFree = (courses: Weekly[], slots: number) => {
  const hours = makeWeek(courses, slots, 6, createRandom(7))
  const taken = new Set<string>()
  for (const { course, slot } of hours) {
    const { group, teacher } = courses.find((one) => one.course === course)!
    for (const key of [`g ${group} ${slot}`, `t ${teacher} ${slot}`]) {
      expect(taken.has(key), key).toBe(false)
      taken.add(key)
    }
  }
  for (const { course, hours: wanted } of courses)
    expect(hours.filter((hour) => hour.course === course)).toHaveLength(wanted)
}

describe('makeWeek', () => {
  it('fills every hour of groups and teachers who have none to spare', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    clashFree(
      names.flatMap((group, row) =>
        names.map((teacher, column) => ({ course: row * 6 + column, group, teacher, hours: 5 })),
      ),
      30,
    )
  })

  it('says so when somebody has more hours than the week', () => {
    expect(() => clashFree([{ course: 1, group: 'a', teacher: 'x', hours: 31 }], 30)).toThrow(/more hours/)
  })
})
