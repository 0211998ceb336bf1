import { describe, expect, it, vi } from 'vitest'

const settings = { TRUST_PROXY: false }
vi.mock('./env', () => ({ env: () => settings }))
const { requestMeta, sameOrigin } = await import('./request')

const from = (headers: Record<string, string>) => (name: string) => headers[name] ?? null

describe('the origin of a call', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['our own page', { host: 'a.co', origin: 'https://a.co' }, true],
    ['our own page on a port', { host: 'a.co:3000', origin: 'http://a.co:3000' }, true],
    ['no origin', { host: 'a.co' }, false],
    ['an opaque origin', { host: 'a.co', origin: 'null' }, false],
    ['another site', { host: 'a.co', origin: 'https://b.co' }, false],
    ['another port', { host: 'a.co', origin: 'https://a.co:8443' }, false],
    ['a site whose name begins like ours', { host: 'a.co', origin: 'https://a.co.b.co' }, false],
    ['a forged forwarded host', { host: 'a.co', origin: 'https://b.co', 'x-forwarded-host': 'b.co' }, false],
    ['nonsense', { host: 'a.co', origin: 'a.co' }, false],
  ])('%s', (_, headers, ours) => expect(sameOrigin(from(headers))).toBe(ours))

  it('is that of the proxy when there is one', () => {
    settings.TRUST_PROXY = true
    const headers = { host: 'inside:3000', 'x-forwarded-host': 'a.co', origin: 'https://a.co' }
    expect(sameOrigin(from(headers))).toBe(true)
    settings.TRUST_PROXY = false
    expect(sameOrigin(from(headers))).toBe(false)
  })
})

describe('what is known of a call', () => {
  it('is the address that our own edge wrote, last in the list', () => {
    expect(requestMeta(from({ 'x-forwarded-for': '6.6.6.6, 10.0.0.1' })).ip).toBe('10.0.0.1')
    expect(requestMeta(from({})).ip).toBe('local')
  })

  it('has a country only when a proxy of ours named one', () => {
    const country = (headers: Record<string, string>) => requestMeta(from(headers)).country
    expect(country({ 'cf-ipcountry': 'CO' })).toBeUndefined()
    settings.TRUST_PROXY = true
    expect(country({ 'cf-ipcountry': 'co' })).toBe('CO')
    expect(country({ 'cloudfront-viewer-country': 'EC' })).toBe('EC')
    for (const none of ['XX', 'T1', '', 'Colombia']) expect(country({ 'cf-ipcountry': none })).toBeUndefined()
    settings.TRUST_PROXY = false
  })

  it('is cut to what the tables hold', () => {
    const long = 'x'.repeat(1000)
    const meta = requestMeta(from({ 'x-forwarded-for': long, 'user-agent': long, 'x-request-id': long }))
    expect(Object.values(meta).map((text) => text.length)).toEqual([64, 64, 300])
    expect(requestMeta(from({})).requestId).toMatch(/^[\da-f-]{36}$/)
  })
})
