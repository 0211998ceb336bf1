import { crc32, deflateSync } from 'node:zlib'
import { blurredPhoto, cardPhoto } from './pictures'
import { createRandom } from './random'

export type DemoFile = { bytes: Buffer; contentType: 'application/pdf' | 'image/png' | 'image/jpeg'; fileName: string }

const pdfText = (text: string) => text.replace(/[^\x20-\xff]/g, '?').replace(/[\\()]/g, '\\$&')

/** One letter-size page: a heading, lines under it, and the words that keep it from being taken for real. */
function pageContent(title: string, lines: readonly string[], page: number, pages: number): string {
  const body = lines.map((line, index) => `BT /F1 12 Tf 72 ${640 - index * 22} Td (${pdfText(line)}) Tj ET`)
  return [
    '0.85 0.88 0.92 rg 54 700 504 44 re f 0 g',
    `BT /F2 18 Tf 72 716 Td (${pdfText(title)}) Tj ET`,
    ...body,
    '0.6 g 72 150 m 300 150 l S 0 g',
    'BT /F1 10 Tf 72 134 Td (Firma y sello) Tj ET',
    `BT /F1 9 Tf 72 72 Td (${pdfText(`Documento de demostración, sin validez. Página ${page} de ${pages}`)}) Tj ET`,
  ].join('\n')
}

/** A PDF 1.4 that any reader opens, in Latin-1 with the standard fonts; `lines` are shared out over pages of 20. */
export function makePdf(title: string, lines: readonly string[]): Buffer {
  const pages: (readonly string[])[] = []
  for (let at = 0; at === 0 || at < lines.length; at += 20) pages.push(lines.slice(at, at + 20))
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((page, index) => {
      const content = pageContent(title, page, index + 1, pages.length)
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${6 + index * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ]
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A grey picture of a written page with a stamp, another for each seed. */
export function makePng(seed: number, width = 480, height = 640): Buffer {
  const random = createRandom(seed)
  const lines = Array.from({ length: 18 }, (_, index) => ({
    top: 120 + index * 24,
    end: width - 60 - random.int(0, 160),
  }))
  const stamp = { x: width - 120, y: height - 110, radius: 46 }
  const rows = Buffer.alloc(height * (width + 1), 244)
  for (let y = 0; y < height; y += 1) {
    const row = y * (width + 1)
    rows[row] = 0
    for (let x = 0; x < width; x += 1) {
      const heading = y >= 56 && y < 76 && x >= 60 && x < width - 140
      const written = lines.some(
        (line) => y >= line.top && y < line.top + 8 && x >= 60 && x < line.end && (x * 7 + line.end) % 53 > 8,
      )
      const ring = Math.abs(Math.hypot(x - stamp.x, y - stamp.y) - stamp.radius) < 3
      if (heading || written || ring) rows[row + 1 + x] = heading ? 60 : ring ? 150 : 110
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A small JPEG as a telephone takes it: an identity card of nobody, sharp or out of focus. */
export function makeJpeg(blurred = false): Buffer {
  return Buffer.from(blurred ? blurredPhoto : cardPhoto, 'base64')
}

/** A file as a family would send it for a document: `title` is the document's name. The seed chooses the form. */
export function makeDocumentFile(
  seed: number,
  title: string,
  owner: { name: string; document: string },
  blurred = false,
): DemoFile {
  const random = createRandom(seed)
  if (blurred)
    return { bytes: makeJpeg(true), contentType: 'image/jpeg', fileName: `IMG_${random.int(1000, 9999)}.jpg` }
  const form = random.weighted([
    ['pdf', 60],
    ['jpeg', 28],
    ['png', 12],
  ] as const)
  if (form === 'jpeg')
    return { bytes: makeJpeg(), contentType: 'image/jpeg', fileName: `IMG_2026${random.int(1000, 9999)}.jpg` }
  if (form === 'png')
    return { bytes: makePng(seed), contentType: 'image/png', fileName: `Captura ${random.int(10, 99)}.png` }
  const lines = [
    `Nombre: ${owner.name}`,
    `Documento: ${owner.document}`,
    '',
    `${title}: documento de demostración.`,
    'Expedido para probar el sistema; no certifica nada.',
  ]
  return { bytes: makePdf(title, lines), contentType: 'application/pdf', fileName: `${title}.pdf` }
}
