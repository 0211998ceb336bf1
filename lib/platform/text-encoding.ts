export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

/** How much of a file says what its bytes mean. */
const sample = 4096

/** NUL bytes at even and odd places: the upper halves of Latin letters in UTF-16. */
function nulls(bytes: Uint8Array): { even: number; odd: number } {
  const found = { even: 0, odd: 0 }
  for (let at = 0; at < Math.min(bytes.length, sample); at += 1)
    if (bytes[at] === 0) found[at % 2 === 0 ? 'even' : 'odd'] += 1
  return found
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * The encoding of a text file: by its byte order mark, by the pattern of its zeros, by whether it is valid UTF-8;
 * what is none of these was saved by a spreadsheet in Spanish, in windows-1252. Null for what is no text.
 */
export function encodingOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const { even, odd } = nulls(bytes)
  if (even + odd > 0) {
    const few = Math.min(bytes.length, sample) / 8
    return even === 0 && odd > few ? 'utf-16le' : odd === 0 && even > few ? 'utf-16be' : null
  }
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** The text in that encoding, without its byte order mark; null when the bytes cannot be it. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
