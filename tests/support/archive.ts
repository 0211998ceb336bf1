import { unzipSync } from 'fflate'

/** The entries of a ZIP by name. */
export const unpack = (bytes: Uint8Array): Map<string, Buffer> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content)]))
