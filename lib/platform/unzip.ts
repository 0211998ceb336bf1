import { closeSync, createReadStream, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate'

/**
 * Unpacks a ZIP of any size into a folder, piece by piece, whether it is whole or not.
 * @throws Error for an entry whose name leads out of the folder, and for what is no ZIP
 */
export async function unzipTo(file: string, folder: string): Promise<string[]> {
  const names: string[] = []
  const zip = new Unzip()
  zip.register(UnzipInflate)
  zip.register(UnzipPassThrough)
  zip.onfile = (entry) => {
    const target = normalize(join(folder, entry.name))
    if (!target.startsWith(`${folder}${sep}`) || entry.name.endsWith('/'))
      throw new Error(`a name leads out: ${entry.name}`)
    mkdirSync(dirname(target), { recursive: true })
    const handle = openSync(target, 'wx')
    names.push(entry.name)
    entry.ondata = (error, bytes, final) => {
      if (error) throw error
      writeSync(handle, bytes)
      if (final) closeSync(handle)
    }
    entry.start()
  }
  for await (const piece of createReadStream(file)) zip.push(piece)
  zip.push(new Uint8Array(0), true)
  if (names.length === 0) throw new Error('there is nothing in it')
  return names
}
