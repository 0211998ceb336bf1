import { describe, expect, it, vi } from 'vitest'

vi.mock('./env', () => ({ env: () => ({ AUTH_SECRET: 'a-secret-of-at-least-thirty-two-characters' }) }))
const { hashSecret, randomSecret, sameHash, schoolOfSecret, schoolSecret, seal, unseal } = await import('./secrets')

const school = '01980c3e-7d8e-7c3a-b4f5-0123456789ab'

describe('secrets', () => {
  it('are 32 random bytes that fit into an address', () => {
    const secrets = new Set(Array.from({ length: 1000 }, randomSecret))
    expect(secrets.size).toBe(1000)
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/)
  })

  it('are kept as SHA-256', () => {
    expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sameHash(hashSecret('abc'), hashSecret('abc'))).toBe(true)
    expect(sameHash(hashSecret('abc'), hashSecret('abd'))).toBe(false)
    expect(sameHash('', hashSecret('abc'))).toBe(false)
  })

  it('name their school', () => {
    const secret = schoolSecret(school)
    expect(secret).toMatch(/^[\w-]{65}$/)
    expect(schoolOfSecret(secret)).toBe(school)
    expect(schoolSecret(school)).not.toBe(secret)
  })

  it.each(['', 'x', schoolSecret(school).slice(1), `${schoolSecret(school)}a`, `${'!'.repeat(65)}`, ' '.repeat(65)])(
    'of another shape name none: %j',
    (text) => expect(schoolOfSecret(text)).toBeNull(),
  )
})

describe('a sealed text', () => {
  it('opens for its purpose and owner, and never as something else', () => {
    const sealed = seal('codes', school, 'JBSWY3DP')
    expect(sealed).not.toContain('JBSWY3DP')
    expect(seal('codes', school, 'JBSWY3DP')).not.toBe(sealed)
    expect(unseal('codes', school, sealed)).toBe('JBSWY3DP')
    expect(unseal('other', school, sealed)).toBeNull()
    expect(unseal('codes', 'somebody else', sealed)).toBeNull()
    const touched = Buffer.from(sealed, 'base64url')
    touched[30] = touched[30]! ^ 1
    expect(unseal('codes', school, touched.toString('base64url'))).toBeNull()
    expect(unseal('codes', school, 'corto')).toBeNull()
  })
})
