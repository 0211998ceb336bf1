import { describe, expect, it } from 'vitest'
import { isRedirect, pickKnown, withVersion } from './action-outcome'

describe('the outcome of an action', () => {
  it('tells a redirect from a fault', () => {
    expect(isRedirect(Object.assign(new Error(), { digest: 'NEXT_REDIRECT;push;/x;307;' }))).toBe(true)
    expect(isRedirect(Object.assign(new Error(), { digest: '12345' }))).toBe(false)
    expect(isRedirect(undefined)).toBe(false)
  })

  it('takes from a saved record what the form has a place for', () => {
    expect(pickKnown({ name: 'Ana', version: 1 }, { name: 'Ana María', version: 2, id: 'x' })).toEqual({
      name: 'Ana María',
      version: 2,
    })
  })

  it('builds the next save on the version that was answered', () => {
    expect(withVersion({ name: 'Ana', version: 1 }, { version: 2 })).toEqual({ name: 'Ana', version: 2 })
    expect(withVersion({ name: 'Ana' }, { version: 2 })).toEqual({ name: 'Ana' })
    expect(withVersion({ name: 'Ana', version: 1 }, undefined)).toEqual({ name: 'Ana', version: 1 })
  })
})
