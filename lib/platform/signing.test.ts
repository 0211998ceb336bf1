import { beforeAll, describe, expect, test, vi } from 'vitest'
import { newSigningPair, type SigningPair, signatureHolds, signSealed } from './signing'

const settings = vi.hoisted(() => ({ AUTH_SECRET: 'a-secret-of-at-least-thirty-two-characters' }))
vi.mock('./env', () => ({ env: () => settings }))

const school = '0192f0c1-0000-7000-8000-000000000001'
let pair: SigningPair
let signature: string

beforeAll(() => {
  pair = newSigningPair(school)
  signature = signSealed(school, pair, 'a paper')!
})

describe('a signature', () => {
  test('holds for its message and its key, and for nothing else', () => {
    expect(signature).toMatch(/^[\w-]{86}$/)
    expect(pair.publicKey).toMatch(/^[\w-]{43}$/)
    expect(signatureHolds(pair.publicKey, 'a paper', signature)).toBe(true)
    expect(signatureHolds(pair.publicKey, 'another paper', signature)).toBe(false)
    expect(signatureHolds(newSigningPair(school).publicKey, 'a paper', signature)).toBe(false)
    const altered = signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
    expect(signatureHolds(pair.publicKey, 'a paper', altered)).toBe(false)
    expect(signatureHolds('nonsense', 'a paper', signature)).toBe(false)
  })
})

describe('a sealed key', () => {
  test('opens for its school and with its public half only', () => {
    expect(signSealed('0192f0c1-0000-7000-8000-000000000002', pair, 'a paper')).toBeNull()
    expect(signSealed(school, { ...pair, publicKey: newSigningPair(school).publicKey }, 'a paper')).toBeNull()
  })

  test('does not open with another secret of the server', () => {
    settings.AUTH_SECRET = 'another-secret-of-at-least-thirty-two-chars'
    expect(signSealed(school, pair, 'a paper')).toBeNull()
    expect(signatureHolds(pair.publicKey, 'a paper', signature)).toBe(true)
  })
})
