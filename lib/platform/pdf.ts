import { join } from 'node:path'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { sharedFonts } from './pdf-fonts'

export type { Content, TableCell } from 'pdfmake/interfaces'

const file = (face: string) => join(process.cwd(), `node_modules/pdfmake/fonts/Roboto/Roboto-${face}.ttf`)
const faces = { normal: 'Regular', bold: 'Medium', italics: 'Italic', bolditalics: 'MediumItalic' }

type FileSystem = { writeFileSync: (name: string, bytes: Uint8Array) => void }

async function prepare() {
  const { default: pdfmake } = await import('pdfmake')
  const names = Object.values(faces)
  const shared = sharedFonts(Object.fromEntries(names.map((name) => [name, file(name)])))
  const { virtualfs } = pdfmake as unknown as { virtualfs: FileSystem }
  for (const [name, bytes] of shared) virtualfs.writeFileSync(name, bytes)
  pdfmake.setFonts({ Roboto: faces })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  return pdfmake
}

let prepared: ReturnType<typeof prepare> | undefined

/**
 * Fonts are embedded, so that every accent prints on every machine; a page can reach neither the network nor the disk. What
 * prints takes 6 MB, which a process has no use for before its first document.
 */
function printer(): ReturnType<typeof prepare> {
  prepared ??= prepare().catch((error: unknown) => {
    // What failed once, a disk that was busy, is tried again by the next document.
    prepared = undefined
    throw error
  })
  return prepared
}

export type Sheet = Omit<TDocumentDefinitions, 'pageSize' | 'defaultStyle'>

/** A document as the bytes of its PDF: letter size, as offices in Colombia print. */
export async function renderPdf(sheet: Sheet): Promise<Uint8Array> {
  const document = (await printer()).createPdf({
    pageSize: 'LETTER',
    pageMargins: [40, 40, 40, 60],
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.1 },
    ...sheet,
  })
  return new Uint8Array(await document.getBuffer())
}
