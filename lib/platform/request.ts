import { randomUUID } from 'node:crypto'
import { env } from './env'
import { AppError } from './errors'

/** What is known of a call before anybody is known. */
export type RequestMeta = {
  requestId: string
  ip: string
  userAgent: string
  /** Two letters, where a proxy that we trust looks it up. */
  country?: string
}

/** Under which names content networks send the caller's country; `XX` and `T1` (Tor) are no countries. */
const countryHeaders = ['cf-ipcountry', 'cloudfront-viewer-country', 'x-vercel-ip-country', 'x-country-code']

function countryOf(get: (name: string) => string | null): { country?: string } {
  // Without a proxy of ours anybody could write it.
  if (!env().TRUST_PROXY) return {}
  const named = countryHeaders.map(get).find(Boolean)?.toUpperCase() ?? ''
  return /^[A-Z]{2}$/.test(named) && named !== 'XX' ? { country: named } : {}
}

/** `get` reads one header by its lower-case name. */
export function requestMeta(get: (name: string) => string | null): RequestMeta {
  // The last entry is the one that our own edge wrote (lib/platform/edge.ts, or the trusted proxy).
  const forwarded = get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return {
    requestId: (get('x-request-id') ?? randomUUID()).slice(0, 64),
    ip: (forwarded || 'local').slice(0, 64),
    userAgent: (get('user-agent') ?? '').slice(0, 300),
    ...countryOf(get),
  }
}

export const systemMeta = (): RequestMeta => ({ requestId: randomUUID(), ip: 'system', userAgent: 'worker' })

/** True when a browser says that the call comes from one of our own pages. A missing Origin is not ours. */
export function sameOrigin(get: (name: string) => string | null): boolean {
  const origin = get('origin')
  const host = (env().TRUST_PROXY ? get('x-forwarded-host') : null) ?? get('host')
  if (!origin || !host) return false
  return URL.canParse(origin) && new URL(origin).host === host
}

/**
 * The body, up to `most` bytes: also of a sender who leaves the length out or lies about it.
 * @throws AppError too_large
 */
export async function readText(request: Request, most: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new AppError('too_large')
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > most) throw new AppError('too_large')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
