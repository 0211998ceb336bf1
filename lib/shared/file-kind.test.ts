import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileKind, sameFileKind } from './file-kind'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : part)),
  )

const ftyp = (major: string, ...brands: string[]) =>
  bytes([0, 0, 0, 16 + brands.length * 4], 'ftyp', major, [0, 0, 0, 0], ...brands, 'restofthefile')

describe('file kind', () => {
  it.each([
    ['application/pdf', bytes('%PDF-1.7\n')],
    ['application/pdf', bytes('%PDF-2.0\n')],
    ['image/png', bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR')],
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF')],
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe1], 'Exif')],
    ['image/webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')],
    ['image/heic', ftyp('heic', 'mif1', 'heic')],
    ['image/heif', ftyp('mif1', 'mif1', 'heic')],
    ['image/heif', ftyp('msf1', 'hevc')],
  ])('%s is known by its first bytes', (kind, head) => {
    expect(fileKind(head)).toBe(kind)
  })

  it.each([
    ['nothing', bytes()],
    ['a cut PDF', bytes('%PD')],
    ['a PDF behind a page', bytes('<html>%PDF-1.7')],
    ['a PDF behind a blank', bytes(' %PDF-1.7')],
    ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an SVG with a prologue', bytes('<?xml version="1.0"?><svg/>')],
    ['a page', bytes('<!doctype html>')],
    ['a program', bytes('MZ', [0x90, 0, 3, 0])],
    ['a program for Linux', bytes([0x7f], 'ELF')],
    ['a zip', bytes('PK', [3, 4])],
    ['a GIF', bytes('GIF89a')],
    ['a video', ftyp('isom', 'iso2', 'mp41')],
    ['an AVIF', ftyp('avif', 'mif1', 'miaf')],
    ['an AVIF that says mif1', ftyp('mif1', 'avif', 'miaf')],
    ['a WAV', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt ')],
    ['half a PNG signature', bytes([0x89], 'PNG')],
    ['a PNG signature alone', bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'TEXT')],
    ['IHDR alone', bytes('123456789012IHDR')],
    ['a JPEG start without a marker', bytes([0xff, 0xd8, 0xff, 0x41])],
    ['half a JPEG start', bytes([0xff, 0x41, 0xff, 0xe0])],
    ['a cut HEIC', bytes([0, 0, 0, 24], 'ftypheic')],
    ['a sequence without HEVC', ftyp('msf1', 'iso8')],
    ['a film that names heic among others', ftyp('isom', 'heic')],
    ['an empty box', bytes([0, 0, 0, 0], 'ftypmif1', [0, 0, 0, 0], 'heic')],
  ])('%s is refused', (_, head) => {
    expect(fileKind(head)).toBeNull()
  })

  it('reads a window of a larger buffer', () => {
    const large = new Uint8Array(100)
    large.set(ftyp('mif1', 'heic'), 40)
    expect(fileKind(large.subarray(40))).toBe('image/heif')
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (head) => {
        fileKind(head)
      }),
    )
  })

  it('compares with what was declared', () => {
    expect(sameFileKind('image/heif', 'image/heic')).toBe(true)
    expect(sameFileKind('image/jpg', 'image/jpeg')).toBe(true)
    expect(sameFileKind('image/png', 'image/jpeg')).toBe(false)
  })
})
