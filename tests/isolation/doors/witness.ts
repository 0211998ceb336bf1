import type { Marked } from './mark'
import { textsOf } from './text-of'

/** For whom something was written: a school's person, or nobody. */
export type Reader = { id: string } | null

export type Sight = { kind: string; where: string; word: string }

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g

/** Takes down everything that is written during a run, and says where a school's words reached somebody else. */
export class Witness {
  readonly leaks: Sight[] = []
  /** How many pieces of each kind were looked at, and in how many of them their reader's own marker stood. */
  readonly seen: Record<string, { looked: number; own: number }> = {}

  constructor(private readonly schools: Marked[]) {}

  /** @param sent what the reader wrote into the request: an answer may repeat it, but for the markers */
  take(kind: string, where: string, reader: Reader, body: Buffer | string, sent = ''): void {
    const text = textsOf(Buffer.from(body)).join('\n').toLowerCase()
    const ids = new Set(text.match(uuid))
    const echoed = sent.toLowerCase()
    this.seen[kind] ??= { looked: 0, own: 0 }
    const count = this.seen[kind]
    count.looked += 1
    for (const { id, marker, words, rows } of this.schools) {
      if (id === reader?.id) {
        if (text.includes(marker)) count.own += 1
        continue
      }
      const found = [
        ...[marker].filter((word) => text.includes(word)),
        ...words.filter((word) => text.includes(word) && !echoed.includes(word)),
        ...[...ids].filter((word) => rows.has(word) && !echoed.includes(word)),
      ]
      for (const word of found) this.leaks.push({ kind, where, word })
    }
  }
}
