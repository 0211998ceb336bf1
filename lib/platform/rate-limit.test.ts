import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const settings = { RATE_LIMITS: 'on' }
vi.mock('./env', () => ({ env: () => settings }))
const { countCall, policies } = await import('./rate-limit')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  settings.RATE_LIMITS = 'on'
})

const { points, seconds } = policies.guess

describe('rate limits', () => {
  it('let the allowed number through, then refuse with the time to wait, then let through again', async () => {
    for (let call = 1; call <= points; call += 1) {
      const headers = await countCall({ guess: 'a' })
      expect(headers.RateLimit).toBe(`"guess";r=${points - call};t=${seconds}`)
      expect(headers['RateLimit-Policy']).toBe(`"guess";q=${points};w=${seconds}`)
    }
    await expect(countCall({ guess: 'a' })).rejects.toMatchObject({
      code: 'rate_limited',
      details: {
        data: { seconds, headers: { 'Retry-After': String(seconds), RateLimit: `"guess";r=0;t=${seconds}` } },
      },
    })
    await expect(countCall({ guess: 'b' })).resolves.toBeDefined()
    await vi.advanceTimersByTimeAsync(seconds * 1000 + 1)
    await expect(countCall({ guess: 'a' })).resolves.toBeDefined()
  })

  it('tell about the tightest of several', async () => {
    const headers = await countCall({ address: 'x', guess: 'x', school: 'x' })
    expect(headers.RateLimit).toContain('"guess"')
  })

  it('can be switched off for measurements', async () => {
    settings.RATE_LIMITS = 'off'
    for (let call = 0; call <= points; call += 1) expect(await countCall({ guess: 'c' })).toEqual({})
  })
})
