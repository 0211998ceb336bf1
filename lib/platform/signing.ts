import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { env } from './env'

/** What a DER-encoded Ed25519 public key (RFC 8410) has before its 32 bytes. */
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

/** A key for each school out of the server's secret: what one school's row holds opens nothing of another's. */
const sealingKey = (schoolId: string): Buffer =>
  Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, schoolId, 'athena signing key', 32))

const aad = (schoolId: string, publicKey: string) => Buffer.from(`${schoolId}:${publicKey}`)

export type SigningPair = { publicKey: string; sealedPrivateKey: string }

/** A new Ed25519 pair: the public half as 43 characters of base64url, the private half sealed with AES-256-GCM. */
export function newSigningPair(schoolId: string): SigningPair {
  const pair = generateKeyPairSync('ed25519')
  const publicKey = pair.publicKey
    .export({ format: 'der', type: 'spki' })
    .subarray(publicHead.length)
    .toString('base64url')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(schoolId), nonce).setAAD(aad(schoolId, publicKey))
  const sealed = Buffer.concat([
    cipher.update(pair.privateKey.export({ format: 'der', type: 'pkcs8' })),
    cipher.final(),
  ])
  return { publicKey, sealedPrivateKey: Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url') }
}

/**
 * Signs with the school's sealed key.
 * @returns 64 bytes as base64url, or null when this server's secret does not open the seal
 */
export function signSealed(schoolId: string, pair: SigningPair, message: string): string | null {
  const sealed = Buffer.from(pair.sealedPrivateKey, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(schoolId), sealed.subarray(0, 12))
      .setAAD(aad(schoolId, pair.publicKey))
      .setAuthTag(sealed.subarray(12, 28))
    const der = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
    return sign(null, Buffer.from(message), createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })).toString(
      'base64url',
    )
  } catch {
    return null
  }
}

/** Whether the holder of the key signed exactly this message. Malformed keys and signatures did not. */
export function signatureHolds(publicKey: string, message: string, signature: string): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.concat([publicHead, Buffer.from(publicKey, 'base64url')]),
      format: 'der',
      type: 'spki',
    })
    return verify(null, Buffer.from(message), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}
