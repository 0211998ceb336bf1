import { strFromU8, type Unzipped, unzipSync, zipSync } from 'fflate'
import { AppError } from './errors'

/** An ordinary workbook of the size that we take unpacks to a few hundred kilobytes. */
const MOST = 20_000_000

function unpack(bytes: Uint8Array): Unzipped {
  let size = 0
  return unzipSync(bytes, {
    // A part is never unpacked beyond the size that it says: who lies about it gets a broken text.
    filter: ({ originalSize }) => {
      size += originalSize
      if (size > MOST) throw new AppError('too_large', { field: 'content', reason: 'table_too_large' })
      return true
    },
  })
}

/**
 * The texts of an .xlsx file's parts by name, and an archive of exactly these, for readers that would trust the first one.
 * A small file that unpacks to a huge one is refused before anything else reads it.
 * @throws AppError too_large, invalid at `content`
 */
export function sheetParts(bytes: Uint8Array): { parts: Map<string, string>; archive: Buffer } {
  try {
    const unpacked = unpack(bytes)
    const parts = Object.entries(unpacked).map(([name, part]) => [name, strFromU8(part)] as const)
    return { parts: new Map(parts), archive: Buffer.from(zipSync(unpacked, { level: 0 })) }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('invalid', { field: 'content', reason: 'table_unreadable', cause: error })
  }
}
