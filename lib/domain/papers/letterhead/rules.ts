import type { Content, DynamicContent, TableCell } from 'pdfmake/interfaces'
import { accentTokens } from '@/lib/shared/contrast'
import { showCode } from '@/lib/shared/spoken-code'
import type { Letterhead, Signer } from './schema'

/** How the school's papers look now: `#rrggbb`, and the shield as a data: address. */
export type Look = { color: string; logo: string | null; signatures: Signatures }

/** Pictures of signatures by the name of their object, as data: addresses. */
export type Signatures = Readonly<Record<string, string>>

/** What is on every page's foot. */
export type Proof = { number: string; code: string; address: string; qr: string }

/** Words of the sheet's frame, in the paper's language. */
export type FrameWords = {
  page: (page: number, pages: number) => string
  verify: (address: string) => string
  code: string
  legal: (head: Letterhead) => string[]
}

export const grey = '#555555'
export const line = '#b5b5b5'

/** The school's colour, dark enough to be read on white paper. */
export const inkOf = ({ color }: Look): string => accentTokens(color, 'light').ink

/** The shield and the legal line at the head of the first page. */
export function headOf(head: Letterhead, look: Look, words: FrameWords): Content {
  const text: Content = {
    stack: [
      { text: head.name.toUpperCase(), bold: true, fontSize: 13, color: inkOf(look) },
      ...words.legal(head).map((one) => ({ text: one, fontSize: 8, color: grey })),
    ],
    alignment: 'center',
  }
  if (!look.logo) return text
  return { columns: [{ image: 'logo', fit: [52, 52], width: 60 }, text, { text: '', width: 60 }], columnGap: 8 }
}

/** Page number, number of the paper, code and QR; `short` is the line by which a loose second page is known. */
export function footOf(proof: Proof, words: FrameWords): DynamicContent {
  return (page, pages) => ({
    margin: [40, 6, 40, 0],
    columns: [
      { image: 'qr', width: 56 },
      {
        margin: [6, 10, 0, 0],
        fontSize: 7.5,
        color: grey,
        stack: [
          { text: words.verify(proof.address) },
          { text: [`${words.code} `, { text: showCode(proof.code), bold: true, color: '#000000' }] },
          { text: proof.number },
        ],
      },
      { width: 90, margin: [0, 28, 0, 0], alignment: 'right', fontSize: 8, color: grey, text: words.page(page, pages) },
    ],
  })
}

/** From the second page on: whose paper it is. */
export const runningHead =
  (text: string): DynamicContent =>
  (page) =>
    page === 1 ? '' : { text, fontSize: 7.5, color: grey, margin: [40, 20, 40, 0] }

/** Who of a school's staff signs papers, in the order in which they usually do. */
export const signerRoles = ['rector', 'secretary', 'coordinator'] as const

export const signerRole = (roles: unknown): Signer['role'] | null =>
  signerRoles.find((role) => Array.isArray(roles) && roles.includes(role)) ?? null

/** What stands on a paper for the picture of a signature: the object's name, without the school. */
export const pictureOf = (objectKey: string): string => objectKey.split('/').at(-1) ?? objectKey

/** What the sheet's `images` hold for its signers, by the names that `signatureBlock` uses. */
export const signatureImages = (signers: readonly Signer[], { signatures }: Look): Record<string, string> =>
  Object.fromEntries(
    signers.flatMap(({ picture }) => (picture && signatures[picture] ? [[picture, signatures[picture]]] : [])),
  )

/** A line to sign on over each name, signed where the school keeps a picture; two or three beside each other, on one page. */
export function signatureBlock(signers: { name: string; role: string; image?: string | undefined }[]): Content {
  const cell = ({ name, role, image }: (typeof signers)[number]): TableCell => ({
    margin: [0, image ? 0 : 34, 0, 0],
    stack: [
      ...(image
        ? [{ image, fit: [140, 42] as [number, number], margin: [4, 0, 0, -6] as [number, number, number, number] }]
        : []),
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 150, y2: 0, lineWidth: 0.6 }] },
      { text: name, bold: true, margin: [0, 3, 0, 0] },
      { text: role, fontSize: 8, color: grey },
    ],
  })
  return {
    unbreakable: true,
    layout: 'noBorders',
    table: { widths: signers.map(() => '*'), body: [signers.map(cell)] },
  }
}

/** Where the foot begins: room for the QR code. */
export const margins: [number, number, number, number] = [40, 40, 40, 74]
