/** Bytes; the server refuses more as well. */
export const MAX_IMPORT_BYTES = 500_000

/** A file of the person's as text that travels in JSON. */
export async function fileInBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
