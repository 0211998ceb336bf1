import { createHash } from 'node:crypto'
import { showDocument } from '@/lib/shared/documents-id'
import { type DemoFile, makeJpeg, makePdf, makePng } from './files'
import type { Random } from './random'

let pictures: Buffer[] | undefined

/** As makeDocumentFile, but with few different pictures: drawing one takes longer than storing it. */
export function makePaper(
  random: Random,
  title: string,
  owner: { fullName: string; documentType: string; documentNumber: string },
  blurred: boolean,
): DemoFile & { sha256: string } {
  pictures ??= [11, 12, 13].map((seed) => makePng(seed))
  const form = blurred
    ? 'jpeg'
    : random.weighted([
        ['pdf', 70],
        ['jpeg', 20],
        ['png', 10],
      ] as const)
  const fileName =
    form === 'pdf'
      ? `${title}.pdf`
      : form === 'png'
        ? `Captura ${random.int(10, 99)}.png`
        : `IMG_${random.int(1000, 9999)}.jpg`
  const lines = [
    `Nombre: ${owner.fullName}`,
    `Documento: ${showDocument(owner.documentType, owner.documentNumber)}`,
    '',
    'Expedido para probar el sistema; no certifica nada.',
  ]
  const file: DemoFile =
    form === 'pdf'
      ? { bytes: makePdf(title, lines), contentType: 'application/pdf', fileName }
      : form === 'png'
        ? { bytes: random.pick(pictures), contentType: 'image/png', fileName }
        : { bytes: makeJpeg(blurred), contentType: 'image/jpeg', fileName }
  return { ...file, sha256: createHash('sha256').update(file.bytes).digest('hex') }
}
