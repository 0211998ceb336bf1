// Crockford's letters: none that a reader takes for a digit, so that a code can be read out over the telephone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 16

/** A code out of ten random bytes: 80 bits, sixteen characters. */
export function codeFrom(bytes: Uint8Array): string {
  let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let code = ''
  for (let place = 0; place < codeLength; place += 1) {
    code = alphabet[Number(rest % 32n)] + code
    rest /= 32n
  }
  return code
}

/** What somebody typed or scanned as a stored code, or null when it cannot be one. O is read as 0, I and L as 1. */
export function readCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s.-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}

/** `7K3M-9QPT-4XWZ-2HNB` */
export const showCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code
