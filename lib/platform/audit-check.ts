import { type ChainReport, firstLink, followChain, type Link, type Linked } from './audit-chain'

/** What a chain is read from: a school's lines, or the platform's. */
export type ChainSource = {
  head: () => Promise<Link | null>
  /** Lines behind `seq` in their order, at most `limit`. */
  after: (seq: number, limit: number) => Promise<Linked[]>
  /** The oldest line that is in no chain although there was one when it was written. */
  stray: () => Promise<{ id: string } | null>
}

const PORTION = 2000

async function* portions(source: ChainSource): AsyncGenerator<Linked[]> {
  let last = 0
  for (;;) {
    const lines = await source.after(last, PORTION)
    yield lines
    if (lines.length < PORTION) return
    last = (lines.at(-1) as Linked).seq
  }
}

/**
 * Whether a history is as it was written. Lines that come in while it is read are left for the next time, because the head
 * is read first.
 */
export async function checkChain(source: ChainSource): Promise<ChainReport> {
  const head = (await source.head()) ?? firstLink
  const upTo = async function* () {
    for await (const page of portions(source)) yield page.filter(({ seq }) => seq <= head.seq)
  }
  const report = await followChain(upTo(), head)
  const stray = report.fault ? null : await source.stray()
  return stray ? { ...report, fault: { kind: 'unlinked', seq: null, id: stray.id } } : report
}
