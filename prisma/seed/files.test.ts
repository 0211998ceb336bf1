import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FILE_HEAD_BYTES, fileKind } from '../../lib/shared/file-kind'
import { makeDocumentFile, makeJpeg, makePdf, makePng } from './files'

const owner = { name: 'Ríos Gómez Sofía', document: 'TI 1.098.765.432' }

describe('demo files', () => {
  it('are what they say by their first bytes', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const file = makeDocumentFile(seed, 'Registro civil (copia)', owner, seed % 5 === 0)
      expect(fileKind(file.bytes.subarray(0, FILE_HEAD_BYTES))).toBe(file.contentType)
      expect(file.bytes.length).toBeLessThan(40_000)
    }
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => makeDocumentFile(seed, 'x', owner).contentType)).size).toBe(3)
  })

  it('are the same for the same seed', () => {
    expect(makeDocumentFile(7, 'x', owner)).toEqual(makeDocumentFile(7, 'x', owner))
    expect(makePng(1).equals(makePng(2))).toBe(false)
  })

  it('include a PDF whose table points at its objects', () => {
    const text = makePdf(
      'Registro civil – niñez (1)',
      Array.from({ length: 45 }, (_, index) => `Línea ${index + 1}`),
    ).toString('latin1')
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    const table = text.slice(start).split('\n')
    expect(table[0]).toBe('xref')
    const count = Number(table[1]?.split(' ')[1])
    for (let number = 1; number < count; number += 1) {
      const offset = Number(table[2 + number]?.slice(0, 10))
      expect(text.slice(offset, offset + 10).startsWith(`${number} 0 obj`)).toBe(true)
    }
    for (const [, length, content] of text.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g))
      expect(content).toHaveLength(Number(length))
    expect(text).toContain('/Count 3')
    expect(text).toContain('Página 3 de 3')
    expect(text).toContain('ni\xf1ez \\(1\\)')
  })

  it('include a PNG whose pixels are all there', () => {
    const png = makePng(3, 200, 300)
    const from = png.indexOf('IDAT') + 4
    expect(inflateSync(png.subarray(from, from + png.readUInt32BE(from - 8)))).toHaveLength(300 * 201)
  })

  it('include a whole JPEG', () => {
    for (const jpeg of [makeJpeg(), makeJpeg(true)]) {
      expect(jpeg.subarray(-2).toString('hex')).toBe('ffd9')
      expect(jpeg.length).toBeLessThan(20_000)
    }
  })
})
