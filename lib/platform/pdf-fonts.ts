import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const mark = 'athena-font:'

type Stream = { buffer: Uint8Array }
type FontKit = { create: (file: Uint8Array) => object; registerFormat: (format: unknown) => void }

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()

/** The very copy of fontkit that pdfkit reads fonts with. */
function fontkitOfPdfkit(): FontKit {
  const from = (path: string) => createRequire(path)
  const pdfmake = from(join(process.cwd(), 'package.json')).resolve('pdfmake')
  return from(from(pdfmake).resolve('pdfkit'))('fontkit') as FontKit
}

/**
 * Reads font files once for all documents: pdfkit would parse them again for each, which is a third of what a page costs.
 * fontkit takes formats of its own; ours is a name, and reading it gives the font that is already there.
 * @param files paths by name
 * @returns for each name what stands for the font's file
 */
export function sharedFonts(files: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  const fontkit = fontkitOfPdfkit()
  const entries = Object.entries(files)
  const fonts = new Map(entries.map(([name, file]) => [mark + name, fontkit.create(readFileSync(file))]))
  class SharedFont {
    static probe = (bytes: Uint8Array): boolean => fonts.has(textOf(bytes))
    constructor({ buffer }: Stream) {
      // biome-ignore lint/correctness/noConstructorReturn: the font that is already there is what reading the name gives
      return fonts.get(textOf(buffer)) as SharedFont
    }
  }
  fontkit.registerFormat(SharedFont)
  return new Map(entries.map(([name]) => [name, Buffer.from(mark + name)]))
}
