import { gunzipSync } from 'node:zlib'

/** The entries of a .tar.gz by name. */
export function unpack(bytes: Uint8Array): Map<string, Buffer> {
  const tar = gunzipSync(bytes)
  const entries = new Map<string, Buffer>()
  for (let at = 0; tar[at]; ) {
    const name = tar
      .subarray(at, at + 100)
      .toString()
      .replace(/\0+$/, '')
    const size = Number.parseInt(tar.subarray(at + 124, at + 135).toString(), 8)
    entries.set(name, tar.subarray(at + 512, at + 512 + size))
    at += 512 + Math.ceil(size / 512) * 512
  }
  return entries
}
