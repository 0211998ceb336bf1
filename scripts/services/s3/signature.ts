import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { StoreError } from './errors.ts'

export type Credentials = { accessKeyId: string; secretAccessKey: string; region: string }

type Claim = { credential: string; headers: string[]; signature: string; date: string; payload: string; inUrl: boolean }

const CLOCK_SKEW = 15 * 60_000
const LONGEST_URL = 7 * 24 * 3600

const sha256Hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest()

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Verifies AWS Signature Version 4, in the Authorization header or in the URL. Answers what it says about the body: a
 * SHA-256 in hex, UNSIGNED-PAYLOAD or STREAMING-…. Throws StoreError 403 on any doubt.
 */
export function verifySignature(request: IncomingMessage, url: URL, credentials: Credentials, now: number): string {
  const query = url.searchParams
  const inUrl = query.has('X-Amz-Algorithm') || query.has('X-Amz-Signature')
  const claim = inUrl ? claimOfUrl(request, query, now) : claimOfHeader(request, now)
  const { day, scope } = scopeOf(claim, credentials)
  refuseUnsignedHeaders(request, claim)
  const key = [credentials.region, 's3', 'aws4_request'].reduce(
    (current, part) => hmac(current, part),
    hmac(`AWS4${credentials.secretAccessKey}`, day),
  )
  const text = ['AWS4-HMAC-SHA256', claim.date, scope, sha256Hex(canonicalRequest(request, url, claim))].join('\n')
  if (!sameText(hmac(key, text).toString('hex'), claim.signature)) throw new StoreError(403, 'SignatureDoesNotMatch')
  return claim.payload
}

function claimOfUrl(request: IncomingMessage, query: URLSearchParams, now: number): Claim {
  const get = (name: string) => query.get(`X-Amz-${name}`) ?? ''
  const lifetime = Number(get('Expires'))
  if (get('Algorithm') !== 'AWS4-HMAC-SHA256' || !get('Signature') || !get('SignedHeaders')) throw denied()
  if (!(lifetime > 0 && lifetime <= LONGEST_URL)) throw denied()
  const signedAt = parseDate(get('Date'))
  if (now > signedAt + lifetime * 1000) throw new StoreError(403, 'AccessDenied', 'Request has expired')
  if (signedAt > now + CLOCK_SKEW) throw new StoreError(403, 'RequestTimeTooSkewed')
  return {
    credential: get('Credential'),
    headers: get('SignedHeaders').split(';'),
    signature: get('Signature'),
    date: get('Date'),
    payload: header(request, 'x-amz-content-sha256') || query.get('X-Amz-Content-Sha256') || 'UNSIGNED-PAYLOAD',
    inUrl: true,
  }
}

function claimOfHeader(request: IncomingMessage, now: number): Claim {
  const shape = /^AWS4-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/
  const [, credential, headers, signature] = shape.exec(request.headers.authorization ?? '') ?? []
  if (!credential || !headers || !signature) throw denied()
  const date = header(request, 'x-amz-date')
  if (Math.abs(now - parseDate(date)) > CLOCK_SKEW) throw new StoreError(403, 'RequestTimeTooSkewed')
  const payload = header(request, 'x-amz-content-sha256')
  return { credential, headers: headers.split(';'), signature, date, payload, inUrl: false }
}

function scopeOf({ credential, date }: Claim, { accessKeyId, region }: Credentials) {
  const [id, day = '', ...rest] = credential.split('/')
  if (id !== accessKeyId) throw new StoreError(403, 'InvalidAccessKeyId')
  if (rest.join('/') !== `${region}/s3/aws4_request`) throw new StoreError(403, 'AuthorizationHeaderMalformed')
  if (day !== date.slice(0, 8)) throw new StoreError(403, 'SignatureDoesNotMatch')
  return { day, scope: `${day}/${rest.join('/')}` }
}

/** A header that changes the meaning of the request has to be under the signature, and so has the host. */
function refuseUnsignedHeaders(request: IncomingMessage, { headers, inUrl }: Claim): void {
  if (!headers.includes('host')) throw denied()
  for (const name of Object.keys(request.headers)) {
    const free = inUrl && name === 'x-amz-content-sha256'
    if (name.startsWith('x-amz-') && !headers.includes(name) && !free) throw denied()
  }
}

function canonicalRequest(request: IncomingMessage, url: URL, { headers, payload }: Claim): string {
  const path = url.pathname
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/')
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  const signed = headers.map((name) => `${name}:${header(request, name).trim().replaceAll(/\s+/g, ' ')}\n`).join('')
  return [request.method, path, query, signed, headers.join(';'), payload].join('\n')
}

export function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name] ?? ''
  return Array.isArray(value) ? value.join(',') : value
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

function parseDate(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!parts) throw denied()
  const [year = 0, month = 1, day, hour, minute, second] = parts.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const denied = () => new StoreError(403, 'AccessDenied')
