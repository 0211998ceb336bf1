import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** @param options.compress for texts; what is compressed already is stored as it is */
export type AddToZip = (name: string, bytes: Uint8Array, options?: { compress?: boolean }) => Promise<void>
export type PackedZip = { file: string; size: number; sha256: string }

/**
 * Packs what `fill` adds into a ZIP on the disk, one file in memory at a time, and hands it to `use`; it is gone afterwards.
 */
export async function withZip<T>(
  fill: (add: AddToZip) => Promise<void>,
  use: (packed: PackedZip) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'athena-zip-'))
  const file = join(folder, 'archive.zip')
  try {
    const zip = new ZipFile()
    const out = zip.outputStream.pipe(createWriteStream(file))
    const failed = once(zip, 'error').then(([error]) => {
      throw error
    })
    failed.catch(() => {})
    await fill(async (name, bytes, { compress = false } = {}) => {
      zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, { compress })
      if (out.writableNeedDrain) await once(out, 'drain')
    })
    zip.end()
    await Promise.race([finished(out), failed])
    const hash = createHash('sha256')
    for await (const piece of createReadStream(file)) hash.update(piece)
    return await use({ file, size: (await stat(file)).size, sha256: hash.digest('hex') })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
