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

  it('take choices out of a list as one value, so that none of theirs is lost', () => {
    const opened = { roles: ['teacher'], version: 1 }
    const [clash] = clashes(opened, opened, { roles: ['teacher', 'secretary'], version: 2 })
    expect(clash).toEqual({ path: 'roles', mine: ['teacher'], theirs: ['teacher', 'secretary'], choice: 'theirs' })
    expect(settle(opened, { roles: ['teacher', 'secretary'], version: 2 }, [clash!])).toEqual({
      roles: ['teacher', 'secretary'],
      version: 2,
    })
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
