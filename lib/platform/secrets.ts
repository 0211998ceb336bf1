import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

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
