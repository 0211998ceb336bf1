import { createHash, type Hash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type Readable, Transform } from 'node:stream'
import { crc32 } from 'node:zlib'
import { CHUNKED, dechunk } from './chunked.ts'
import { StoreError } from './errors.ts'
import { header, sameText } from './signature.ts'

const LARGEST = 5 * 1024 ** 3

/** A body on its way to the disk: streams to pipe through, and the checks once it has all arrived. */
export type Upload = { streams: [Readable, ...Transform[]]; finish: () => { size: number; etag: string } }

/** Prepares the body for storing; `finish` throws when length, SHA-256, MD5 or checksum differ from what was declared. */
export function receive(request: IncomingMessage, query: URLSearchParams, payload: string): Upload {
  const declared = declarations(request, query, payload)
  const hashes = { md5: createHash('md5'), sha256: createHash('sha256'), sha1: createHash('sha1') }
  let size = 0
  let crc = 0
  const meter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length
      if (size > LARGEST) return done(new StoreError(400, 'EntityTooLarge'))
      for (const hash of Object.values(hashes)) hash.update(piece)
      crc = crc32(piece, crc)
      done(null, piece)
    },
  })
  const frame = payload === CHUNKED ? [dechunk((name, value) => declared.checksums.set(name, value))] : []
  return {
    streams: [request, ...frame, meter],
    finish: () => {
      const found = { sha256: digest(hashes.sha256), sha1: digest(hashes.sha1), md5: digest(hashes.md5) }
      if (declared.length !== undefined && size !== declared.length) throw new StoreError(400, 'IncompleteBody')
      if (declared.sha256 && !sameText(declared.sha256, found.sha256.toString('hex'))) {
        throw new StoreError(400, 'XAmzContentSHA256Mismatch')
      }
      const crcBytes = Buffer.alloc(4)
      crcBytes.writeUInt32BE(crc)
      const known = { sha256: found.sha256, sha1: found.sha1, crc32: crcBytes }
      for (const [name, bytes] of Object.entries(known)) {
        const given = declared.checksums.get(`x-amz-checksum-${name}`)
        if (given && !sameText(given, bytes.toString('base64'))) throw new StoreError(400, 'BadDigest')
      }
      if (declared.md5 && !sameText(declared.md5, found.md5.toString('base64'))) throw new StoreError(400, 'BadDigest')
      return { size, etag: found.md5.toString('hex') }
    },
  }
}

function declarations(request: IncomingMessage, query: URLSearchParams, payload: string) {
  const checksums = new Map<string, string>()
  // A presigned URL may carry such a header as a parameter.
  const given = [
    ...query,
    ...Object.keys(request.headers).map((name): [string, string] => [name, header(request, name)]),
  ]
  for (const [name, value] of given) {
    if (/^x-amz-checksum-(sha256|sha1|crc32)$/i.test(name)) checksums.set(name.toLowerCase(), value)
  }
  const streaming = payload === CHUNKED
  const length = header(request, streaming ? 'x-amz-decoded-content-length' : 'content-length')
  const sha256 = /^[0-9a-f]{64}$/.test(payload) ? payload : undefined
  if (!streaming && !sha256 && payload !== 'UNSIGNED-PAYLOAD') throw new StoreError(501, 'NotImplemented')
  return { checksums, length: length ? Number(length) : undefined, sha256, md5: header(request, 'content-md5') }
}

const digest = (hash: Hash): Buffer => hash.digest()

/** A small body as text (the XML of delete-many). */
export async function receiveText(request: IncomingMessage, query: URLSearchParams, payload: string): Promise<string> {
  const { streams, finish } = receive(request, query, payload)
  const [source, ...transforms] = streams
  const last = transforms.reduce<Readable>((from, to) => {
    from.on('error', (error) => to.destroy(error))
    return from.pipe(to)
  }, source)
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of last) {
    size += piece.length
    if (size > 1024 ** 2) throw new StoreError(400, 'EntityTooLarge')
    pieces.push(piece)
  }
  finish()
  return Buffer.concat(pieces).toString('utf8')
}
