import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from './env'

/** 32 bytes from the system's generator as base64url: 43 characters. */
export const randomSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a secret: it is random and long, so a plain SHA-256 (64 hex digits) is enough. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A secret that says which school it belongs to, so that its hash is looked up inside that school
 * and needs no world-wide index: 22 characters of school, 43 of secret.
 */
export function schoolSecret(schoolId: string): string {
  return Buffer.from(schoolId.replaceAll('-', ''), 'hex').toString('base64url') + randomSecret()
}

/** The school that a `schoolSecret` names, or null when the text has another shape. */
export function schoolOfSecret(text: string): string | null {
  if (!/^[\w-]{65}$/.test(text)) return null
  const hex = Buffer.from(text.slice(0, 22), 'base64url').toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return uuidShape.test(id) ? id : null
}

/** A key for each purpose out of the server's secret: what one opens, no other does. */
const sealingKey = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', `athena seal ${purpose}`, 32))

/** Encrypts what the server has to read again (AES-256-GCM); `owner` is bound in, so that it opens in no other row. */
export function seal(purpose: string, owner: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(purpose), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What `seal` took, or null when it is another owner's, was touched, or this server's secret does not open it. */
export function unseal(purpose: string, owner: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(purpose), bytes.subarray(0, 12))
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
