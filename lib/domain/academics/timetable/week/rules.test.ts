import { expect, it } from 'vitest'
import { daysIn, weekRows } from './rules'

const lesson = (weekday: number, startsMinute: number, minutes = 55) => ({
  weekday,
  startsMinute,
  endsMinute: startsMinute + minutes,
})

it('orders lessons by hour and day', () => {
  const rows = weekRows([lesson(2, 480), lesson(1, 420), lesson(3, 420, 110)])
  expect(rows.map(({ startsMinute, endsMinute, days }) => [startsMinute, endsMinute, [...days.keys()]])).toEqual([
    [420, 530, [1, 3]],
    [480, 535, [2]],
  ])
})

it('shows the weekend only when it has lessons', () => {
  expect(daysIn([lesson(1, 420)])).toEqual([1, 2, 3, 4, 5])
  expect(daysIn([lesson(6, 420)])).toEqual([1, 2, 3, 4, 5, 6])
})
