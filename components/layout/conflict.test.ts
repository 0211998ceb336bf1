import { describe, expect, it } from 'vitest'
import { clashes, settle } from './conflict'

const base = { name: 'Ana', phone: '300', city: 'Tunja', notes: '', version: 1 }
const theirs = { name: 'Ana', phone: '301', city: 'Sogamoso', notes: null, version: 2, id: 'x' }

describe('clashes', () => {
  it('are what the other changed, with theirs proposed where I touched nothing', () => {
    const mine = { ...base, phone: '302', name: 'Ana María' }
    expect(clashes(base, mine, theirs)).toEqual([
      { path: 'phone', mine: '302', theirs: '301', choice: 'mine' },
      { path: 'city', mine: 'Tunja', theirs: 'Sogamoso', choice: 'theirs' },
    ])
  })

  it('are none when both typed the same', () => {
    expect(clashes(base, { ...base, phone: '301', city: 'Sogamoso' }, theirs)).toEqual([])
  })
})

describe('settle', () => {
  it('keeps mine, takes what was chosen of theirs, and the new version', () => {
    const mine = { ...base, phone: '302', name: 'Ana María' }
    expect(settle(mine, theirs, clashes(base, mine, theirs))).toEqual({
      name: 'Ana María',
      phone: '302',
      city: 'Sogamoso',
      notes: '',
      version: 2,
    })
  })
})
