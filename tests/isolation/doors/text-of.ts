import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

const latin = (bytes: Buffer): string => bytes.toString('latin1')

/** The files of a zip, out of its central directory. */
function unzipped(bytes: Buffer): Buffer[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const files: Buffer[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(from, from + size)
    files.push(bytes.subarray(at + 46, at + 46 + name), method === 0 ? packed : inflateRawSync(packed))
    at += 46 + name + extra + comment
  }
  return files
}

/** The streams of a PDF, unpacked where they are packed. */
function pdfStreams(bytes: Buffer): Buffer[] {
  const text = latin(bytes)
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: word }) => {
    if (text.slice(index - 3, index) === 'end') return []
    const from = index + word.length
    const packed = bytes.subarray(from, text.indexOf('endstream', from))
    try {
      return [inflateSync(packed)]
    } catch {
      return [packed]
    }
  })
}

/** The words that a PDF shows: `(text)` and `<hex>`, whose pieces one word may be spread over. */
function pdfWords(streams: Buffer[]): string {
  return streams
    .flatMap((stream) => [...latin(stream).matchAll(/\(((?:\\.|[^\\)])*)\)|<([\da-fA-F]+)>/g)])
    .map(([, plain, hex]) => plain ?? latin(Buffer.from(hex ?? '', 'hex')).replaceAll('\0', ''))
    .join('')
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }
const fromHtml = (text: string): string =>
  text
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole)
const fromEscapes = (text: string): string =>
  text.replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
const fromAddress = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
const fromBase64 = (text: string): string =>
  [...text.matchAll(/[\w+/-]{24,}={0,2}/g)].map(([run]) => latin(Buffer.from(run, 'base64'))).join('\n')

/** Every reading of an answer's bytes in which somebody could find a word. */
export function textsOf(bytes: Buffer): string[] {
  const start = latin(bytes.subarray(0, 4))
  if (start.startsWith('\x1f\x8b')) return textsOf(gunzipSync(bytes))
  if (start === 'PK\x03\x04') return unzipped(bytes).flatMap(textsOf)
  if (start === '%PDF') {
    const streams = pdfStreams(bytes)
    return [latin(bytes), ...streams.map(latin), pdfWords(streams)]
  }
  const text = bytes.toString('utf8')
  return [text, fromHtml(fromEscapes(fromAddress(text))), fromBase64(text)]
}
