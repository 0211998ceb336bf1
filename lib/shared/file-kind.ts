/** What a family may send, with the ending that a download gets. */
export const fileTypes = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/webp': 'webp',
} as const

export type FileType = keyof typeof fileTypes

export const allowedFileTypes = Object.keys(fileTypes) as [FileType, ...FileType[]]

/** 10 MB, as the families read it on the page. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** How much of a file `fileKind` needs to see. */
export const FILE_HEAD_BYTES = 256

const heicBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'hevm', 'hevs']

const text = (head: Uint8Array, from: number, to: number) => String.fromCharCode(...head.subarray(from, to))

const startsWith = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, index) => head[index] === byte)

/** ISO base media files name their brands in the first box; AVIF shares `mif1` with HEIF and must not pass for it. */
function heifKind(head: Uint8Array): FileType | null {
  if (head.length < 16 || text(head, 4, 8) !== 'ftyp') return null
  const size = new DataView(head.buffer, head.byteOffset).getUint32(0)
  if (size < 16) return null
  const major = text(head, 8, 12)
  if (heicBrands.includes(major)) return 'image/heic'
  const compatible: string[] = []
  for (let at = 16; at + 4 <= Math.min(size, head.length); at += 4) compatible.push(text(head, at, at + 4))
  const isHeif = (major === 'mif1' || major === 'msf1') && compatible.some((brand) => heicBrands.includes(brand))
  return isHeif ? 'image/heif' : null
}

/**
 * What a file is by its first bytes (`FILE_HEAD_BYTES` suffice), whatever its name says; null for everything that is
 * not accepted. Strict: the signature stands at the very beginning, so a page or a program with a PDF inside is refused.
 */
export function fileKind(head: Uint8Array): FileType | null {
  if (/^%PDF-[12]\.\d/.test(text(head, 0, 8))) return 'application/pdf'
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && text(head, 12, 16) === 'IHDR')
    return 'image/png'
  if (startsWith(head, 0xff, 0xd8, 0xff) && (head[3] ?? 0) >= 0xc0) return 'image/jpeg'
  if (text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WEBP') return 'image/webp'
  return heifKind(head)
}

/** Phones call the same picture image/heic or image/heif. */
export function sameFileKind(declared: string, found: FileType): boolean {
  const family = (type: string) => type.toLowerCase().replace('heif', 'heic').replace('image/jpg', 'image/jpeg')
  return family(declared) === family(found)
}
