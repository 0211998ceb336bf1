import { describe, expect, it } from 'vitest'
import { keysetPage, type Place, readPlace } from './keyset'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const list = Array.from({ length: 7 }, (_, n) => ({ id: id(n), fullName: `Ríos ${n}` }))

/** What a database answers for the place. */
function rowsAt(place: Place | undefined, count: number) {
  if (!place) return list.slice(0, count)
  const index = list.findIndex((row) => row.id === place.key.id)
  return place.key.direction === 'next'
    ? list.slice(index + 1, index + 1 + count)
    : list.slice(Math.max(index - count, 0), index)
}
const page = (cursor?: string | null) => {
  const place = cursor ? (readPlace(cursor) ?? undefined) : undefined
  return keysetPage(rowsAt(place, 4), 3, place)
}

describe('keysetPage', () => {
  it('walks to the end and back', () => {
    const first = page()
    expect(first).toMatchObject({ items: list.slice(0, 3), start: 0, previousCursor: null })
    const second = page(first.nextCursor)
    expect(second).toMatchObject({ items: list.slice(3, 6), start: 3 })
    const third = page(second.nextCursor)
    expect(third).toMatchObject({ items: list.slice(6), start: 6, nextCursor: null })
    const back = page(third.previousCursor)
    expect(back).toMatchObject({ items: list.slice(3, 6), start: 3 })
    expect(page(back.previousCursor)).toMatchObject({ items: list.slice(0, 3), start: 0, previousCursor: null })
  })

  it('knows an empty list', () => {
    expect(keysetPage([], 3, undefined)).toEqual({ items: [], start: 0, nextCursor: null, previousCursor: null })
  })
})

it('refuses what is no cursor of ours', () => {
  expect(readPlace('x')).toBeNull()
  expect(readPlace('WyJuZXh0IiwiYSIsImIiLDBd')).toBeNull()
})
