import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/shared/canonical-json'

/** A line of the history as it is stored, by its columns; `at` is a moment in milliseconds, as the column keeps it. */
export type ChainLine = {
  id: string
  at: Date
  actor_kind: string
  actor_id: string | null
  actor_name: string
  action: string
  entity: string
  entity_id: string | null
  student_id: string | null
  before: unknown
  after: unknown
  reason: string | null
  request_id: string
  ip: string | null
  user_agent: string | null
}
export type Link = { seq: number; hash: string }
export type Linked = ChainLine & Link

/** Where a chain begins. */
export const firstLink: Link = { seq: 0, hash: '' }

/** @returns SHA-256 (hex) over the line, its place and the hash of the line before it */
const hashOf = (previous: Link, { seq, hash: _, ...line }: ChainLine & { seq: number; hash?: unknown }): string =>
  createHash('sha256')
    .update(`${previous.hash}\n${seq}\n${canonicalJson({ ...line, at: line.at.toISOString() })}`)
    .digest('hex')

/** The lines with their places behind `head`: each holds the hash of all that came before it. */
export function linkLines(head: Link, lines: readonly ChainLine[]): Linked[] {
  let last = head
  return lines.map((line) => {
    const placed = { ...line, seq: last.seq + 1 }
    last = { seq: placed.seq, hash: hashOf(last, placed) }
    return { ...line, ...last }
  })
}

export type ChainFault = {
  /** changed: a line is not what was written · missing: lines are gone · unlinked: a line was put in from outside */
  kind: 'changed' | 'missing' | 'unlinked'
  seq: number | null
  id: string | null
}
export type ChainReport = { lines: number; hash: string; fault: ChainFault | null }

/**
 * Goes along a chain from its beginning to its head.
 * @param pages its lines, ordered by `seq`, in portions
 * @returns how many lines hold together, the hash of the last of them, and the first fault
 */
export async function followChain(pages: AsyncIterable<Linked[]>, head: Link): Promise<ChainReport> {
  let last = firstLink
  const broken = (kind: ChainFault['kind'], seq: number | null, id: string | null = null) => ({
    lines: last.seq,
    hash: last.hash,
    fault: { kind, seq, id },
  })
  for await (const page of pages)
    for (const line of page) {
      if (line.seq !== last.seq + 1) return broken('missing', last.seq + 1)
      if (line.hash !== hashOf(last, line)) return broken('changed', line.seq, line.id)
      last = { seq: line.seq, hash: line.hash }
    }
  // The end was cut off, or the head was moved.
  if (last.seq !== head.seq || last.hash !== head.hash) return broken('missing', last.seq + 1)
  return { lines: last.seq, hash: last.hash, fault: null }
}
