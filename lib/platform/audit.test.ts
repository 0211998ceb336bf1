import { describe, expect, it } from 'vitest'
import { changed } from './audit'

describe('what a line of the history says', () => {
  it('is what changed and nothing else', () => {
    expect(changed({ a: 1, b: 'x', c: null }, { a: 2, b: 'x', c: null })).toEqual({ before: { a: 1 }, after: { a: 2 } })
  })

  it('compares dates, lists and objects by their content', () => {
    const day = new Date('2026-01-01')
    expect(changed({ day, list: [1], tree: { x: 1 } }, { day: new Date(day), list: [1], tree: { x: 2 } })).toEqual({
      before: { tree: { x: 1 } },
      after: { tree: { x: 2 } },
    })
  })

  it('leaves out what the record does not have, and takes null and absent for the same', () => {
    expect(changed<Record<string, unknown>>({ a: null }, { a: undefined, secret: 1 })).toEqual({
      before: {},
      after: {},
    })
  })
})
