import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

const BLOCK = 512

/** One entry's head in the format of POSIX tar (ustar). */
function head(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0, 100)
  block.write('0000644\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.write(
    `${Math.floor(Date.now() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  )
  block.write('        ', 148)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

export type Archive = { add: (name: string, bytes: Uint8Array) => Promise<void> }
export type PackedArchive = { file: string; size: number; sha256: string }

/**
 * Packs what `fill` adds into a .tar.gz on the disk and hands it to `use`; the file is gone afterwards. Names are at most
 * 100 bytes long.
 */
export async function withArchive<T>(
  fill: (archive: Archive) => Promise<void>,
  use: (packed: PackedArchive) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'athena-archive-'))
  const file = path.join(folder, 'archive.tar.gz')
  try {
    const gzip = createGzip()
    const out = gzip.pipe(createWriteStream(file))
    const push = async (bytes: Uint8Array) => {
      if (!gzip.write(bytes)) await once(gzip, 'drain')
    }
    await fill({
      add: async (name, bytes) => {
        if (Buffer.byteLength(name) > 100) throw new Error('the name is too long for the archive')
        await push(head(name, bytes.length))
        await push(bytes)
        await push(Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK))
      },
    })
    gzip.end(Buffer.alloc(2 * BLOCK))
    await finished(out)
    const hash = createHash('sha256')
    for await (const piece of createReadStream(file)) hash.update(piece)
    return await use({ file, size: (await stat(file)).size, sha256: hash.digest('hex') })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
