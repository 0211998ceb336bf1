import { Transform } from 'node:stream'
import { StoreError } from './errors.ts'

/** The one streaming mode that today's SDKs use; its chunks are not signed one by one. */
export const CHUNKED = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'

/** Takes the aws-chunked framing off a body. What follows the last chunk (checksums) is handed to `onTrailer`. */
export function dechunk(onTrailer: (name: string, value: string) => void): Transform {
  let waiting: Buffer = Buffer.alloc(0)
  let finished = false

  /** Takes one whole chunk from the front of what is waiting; null while it is incomplete. */
  const nextChunk = (): Buffer | null => {
    const lineEnd = waiting.indexOf('\r\n')
    if (lineEnd < 0) return null
    const size = waiting.subarray(0, lineEnd).toString('latin1')
    if (!/^[0-9a-f]+$/i.test(size)) throw new StoreError(400, 'IncompleteBody')
    const length = Number.parseInt(size, 16)
    const start = lineEnd + 2
    if (length > 0 && waiting.length < start + length + 2) return null
    const data = Buffer.from(waiting.subarray(start, start + length))
    waiting = waiting.subarray(start + length + (length > 0 ? 2 : 0))
    finished = length === 0
    return data
  }

  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      waiting = Buffer.concat([waiting, piece])
      try {
        while (!finished) {
          const chunk = nextChunk()
          if (chunk === null) break
          if (chunk.length > 0) this.push(chunk)
        }
        done()
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)))
      }
    },
    flush(done) {
      if (!finished) return done(new StoreError(400, 'IncompleteBody'))
      for (const line of waiting.toString('latin1').split('\r\n')) {
        const colon = line.indexOf(':')
        if (colon > 0) onTrailer(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
      }
      done()
    },
  })
}
