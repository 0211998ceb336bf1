import { describe, expect, it } from 'vitest'
import { getPath, leaves, sameShown, setPath } from './form-path'

const values = { name: 'Sofía', guardians: [{ phone: '300' }, { phone: '301' }] }

describe('form paths', () => {
  it('reads through groups and lists', () => {
    expect(getPath(values, 'guardians.1.phone')).toBe('301')
    expect(getPath(values, 'guardians.7.phone')).toBeUndefined()
    expect(getPath(values, 'name.first')).toBeUndefined()
  })

  it('sets without touching the original, and keeps lists lists', () => {
    const next = setPath(values, 'guardians.1.phone', '302')
    expect(next).toEqual({ name: 'Sofía', guardians: [{ phone: '300' }, { phone: '302' }] })
    expect(values.guardians[1]?.phone).toBe('301')
    expect(next.guardians[0]).toBe(values.guardians[0])
    expect(setPath<unknown>({}, 'address.city', 'Tunja')).toEqual({ address: { city: 'Tunja' } })
  })

  it('lists the leaves', () => {
    expect(leaves({ a: 1, b: { c: '' }, d: ['x'], e: [], f: [{ g: 2 }] })).toEqual([
      ['a', 1],
      ['b.c', ''],
      ['d', ['x']],
      ['e', []],
      ['f.0.g', 2],
    ])
  })

  it('takes every kind of empty for the same', () => {
    expect(sameShown(null, '')).toBe(true)
    expect(sameShown(undefined, null)).toBe(true)
    expect(sameShown('0', '')).toBe(false)
    expect(sameShown(['a'], ['a'])).toBe(true)
  })
})
