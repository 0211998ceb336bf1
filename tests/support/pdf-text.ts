import { inflateSync } from 'node:zlib'

const streams = /stream\r?\n([\s\S]*?)\r?\nendstream/g

/** How many pages a PDF has. */
export const pageCount = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

function inflated(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1')
  return [...text.matchAll(streams)].flatMap(([, body]) => {
    try {
      return [inflateSync(Buffer.from(body as string, 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })
}

/** Glyph number → character, of one embedded font, as its ToUnicode table says. */
function unicodeOf(table: string): Map<number, string> {
  const glyphs = new Map<number, string>()
  for (const [, from, , list] of table.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\[([^\]]*)\]/gi)) {
    const codes = [...(list as string).matchAll(/<([0-9a-f\s]*)>/gi)]
    for (const [index, [, hex]] of codes.entries()) {
      const text = Buffer.from((hex as string).replace(/\s/g, ''), 'hex')
        .swap16()
        .toString('utf16le')
      glyphs.set(Number.parseInt(from as string, 16) + index, text)
    }
  }
  return glyphs
}

/** The text that a reader of the PDF copies out of it, words run together: read through the fonts' own tables. */
export function pdfText(pdf: Uint8Array): string {
  const source = Buffer.from(pdf).toString('latin1')
  const objects = new Map<string, string>()
  for (const [, number, body] of source.matchAll(/(\d+) 0 obj\r?\n([\s\S]*?)\r?\nendobj/g))
    objects.set(number as string, body as string)
  const fonts = new Map<string, Map<number, string>>()
  for (const body of objects.values()) {
    for (const [, name, ref] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(ref as string) ?? '')?.[1]
      const stream = toUnicode && /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(objects.get(toUnicode) ?? '')?.[1]
      if (stream) fonts.set(name as string, unicodeOf(inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')))
    }
  }
  let out = ''
  for (const page of inflated(pdf)) {
    let font: Map<number, string> | undefined
    for (const [token, name, hex] of page.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>|\bET\b/gi)) {
      if (name) font = fonts.get(name)
      else if (hex && font)
        for (const code of hex.match(/.{4}/g) ?? []) out += font.get(Number.parseInt(code, 16)) ?? ''
      else if (token === 'ET') out += ' '
    }
  }
  return out.replace(/\s+/g, ' ')
}
