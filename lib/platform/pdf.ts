import { join } from 'node:path'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { sharedFonts } from './pdf-fonts'

export type { Content, TableCell } from 'pdfmake/interfaces'

const file = (face: string) => join(process.cwd(), `node_modules/pdfmake/fonts/Roboto/Roboto-${face}.ttf`)
const faces = { normal: 'Regular', bold: 'Medium', italics: 'Italic', bolditalics: 'MediumItalic' }

type FileSystem = { writeFileSync: (name: string, bytes: Uint8Array) => void }

let ready = false

/** Fonts are embedded, so that every accent prints on every machine; a page can reach neither the network nor the disk. */
function prepare(): void {
  if (ready) return
  const names = Object.values(faces)
  const shared = sharedFonts(Object.fromEntries(names.map((name) => [name, file(name)])))
  const { virtualfs } = pdfmake as unknown as { virtualfs: FileSystem }
  for (const [name, bytes] of shared) virtualfs.writeFileSync(name, bytes)
  pdfmake.setFonts({ Roboto: faces })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  ready = true
}

export type Sheet = Omit<TDocumentDefinitions, 'pageSize' | 'defaultStyle'>

/** A document as the bytes of its PDF: letter size, as offices in Colombia print. */
export async function renderPdf(sheet: Sheet): Promise<Uint8Array> {
  prepare()
  const document = pdfmake.createPdf({
    pageSize: 'LETTER',
    pageMargins: [40, 40, 40, 60],
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.1 },
    ...sheet,
  })
  return new Uint8Array(await document.getBuffer())
}
