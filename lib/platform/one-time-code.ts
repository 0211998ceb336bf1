import { generateSecret, generateURI, verifySync } from 'otplib'

/** 160 random bits in base32, as authenticator apps take them (RFC 4226 §4). */
export const newCodeSecret = (): string => generateSecret()

/** What the QR code says: `otpauth://totp/Athena:ana@…`. */
export const codeAddress = (secret: string, email: string): string =>
  generateURI({ issuer: 'Athena', label: email, secret })

/** A phone's clock may be half a minute off either way (RFC 6238 §5.2). */
const tolerance = 30

/**
 * The step of 30 s that a six-digit code belongs to.
 * @param afterStep codes of this step and of earlier ones were taken already: they do not fit any more
 * @returns null when the code does not fit
 */
export function stepOf(secret: string, code: string, afterStep: number): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const now = Math.floor(Date.now() / 1000)
  // The library takes a step of the future for a mistake of the caller's: here it is a server clock that was set back.
  if (afterStep > Math.floor((now + tolerance) / 30)) return null
  const result = verifySync({ secret, token: code, epoch: now, epochTolerance: tolerance, afterTimeStep: afterStep })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
