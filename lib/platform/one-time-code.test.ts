import { generateSync } from 'otplib'
import { describe, expect, it, vi } from 'vitest'
import { codeAddress, newCodeSecret, stepOf } from './one-time-code'

const at = (secret: string, offset: number) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + offset })

describe('a one-time code', () => {
  it('fits now, half a minute before and after, and not later', () => {
    vi.setSystemTime(new Date('2026-11-21T12:00:10Z'))
    const secret = newCodeSecret()
    const now = Math.floor(Date.now() / 30_000)
    expect([-30, 0, 30].map((offset) => stepOf(secret, at(secret, offset), 0))).toEqual([now - 1, now, now + 1])
    expect(stepOf(secret, at(secret, -90), 0)).toBeNull()
    expect(stepOf(secret, at(secret, 90), 0)).toBeNull()
    vi.useRealTimers()
  })

  it('does not fit twice, nor with another secret, nor in another shape', () => {
    const secret = newCodeSecret()
    const code = at(secret, 0)
    const step = stepOf(secret, code, 0)!
    expect(stepOf(secret, code, step)).toBeNull()
    expect(stepOf(newCodeSecret(), code, 0)).toBeNull()
    for (const odd of ['', '12345', '1234567', 'abcdef', ' 12345', '١٢٣٤٥٦']) expect(stepOf(secret, odd, 0)).toBeNull()
  })

  it('is refused, not a fault, when the server’s clock was set back', () => {
    const secret = newCodeSecret()
    expect(stepOf(secret, at(secret, 0), Math.floor(Date.now() / 30_000) + 1000)).toBeNull()
  })

  it('is announced to the app with issuer and address', () => {
    expect(codeAddress('A'.repeat(32), 'ana@example.com')).toMatch(
      /^otpauth:\/\/totp\/Athena:ana%40example\.com\?.*issuer=Athena/,
    )
  })
})
