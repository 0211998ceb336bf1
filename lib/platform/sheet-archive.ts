import { inflateRawSync } from 'node:zlib'
import { AppError } from './errors'

const END = 0x06054b50
const ENTRY = 0x02014b50
/** An ordinary workbook of this size unpacks to a few hundred kilobytes. */
const MOST = 20_000_000

const broken = () => new AppError('invalid', { field: 'content', reason: 'table_unreadable' })

/**
 * The texts of an .xlsx file's parts by name, read from the archive's directory. Counts what really comes out: a small
 * file that unpacks to a huge one is refused before anything else reads it.
 * @throws AppError invalid at `content`
 */
export function sheetParts(bytes: Buffer): Map<string, string> {
  try {
    const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
    if (end < 0 || bytes.readUInt32LE(end) !== END) throw broken()
    const parts = new Map<string, string>()
    let left = MOST
    let at = bytes.readUInt32LE(end + 16)
    for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
      if (bytes.readUInt32LE(at) !== ENTRY) throw broken()
      const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
      const [named, extra, noted] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ]
      const name = bytes.toString('utf8', at + 46, at + 46 + named)
      const head = bytes.readUInt32LE(at + 42)
      const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28)
      const raw = bytes.subarray(start, start + packed)
      const part = method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, left) })
      left -= part.length
      if (left < 0) throw new AppError('too_large', { field: 'content', reason: 'table_too_large' })
      parts.set(name, part.toString('utf8'))
      at += 46 + named + extra + noted
    }
    return parts
  } catch (error) {
    if (error instanceof AppError) throw error
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new AppError('too_large', { field: 'content', reason: 'table_too_large', cause: error })
    throw new AppError('invalid', { field: 'content', reason: 'table_unreadable', cause: error })
  }
}
