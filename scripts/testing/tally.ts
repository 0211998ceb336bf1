export type Counts = { passed: number; failed: number; skipped: number }

/** How many of each kind passed and failed, in the order in which the kinds ran. */
export class Tally {
  private readonly kinds = new Map<string, Counts>()

  add(kind: string, counts: Partial<Counts>): void {
    const before = this.kinds.get(kind) ?? { passed: 0, failed: 0, skipped: 0 }
    this.kinds.set(kind, {
      passed: before.passed + (counts.passed ?? 0),
      failed: before.failed + (counts.failed ?? 0),
      skipped: before.skipped + (counts.skipped ?? 0),
    })
  }

  get total(): Counts {
    const all = [...this.kinds.values()]
    const sum = (pick: (counts: Counts) => number) => all.reduce((total, counts) => total + pick(counts), 0)
    return { passed: sum((one) => one.passed), failed: sum((one) => one.failed), skipped: sum((one) => one.skipped) }
  }

  /** One line per kind, and last the line that sums them all: "N passed, N failed". */
  lines(): string[] {
    const rows = [...this.kinds].map(([kind, { passed, failed, skipped }]) => {
      const rest = skipped > 0 ? `, ${skipped} skipped` : ''
      return `${kind.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed${rest}`
    })
    return [...rows, '', `${this.total.passed} passed, ${this.total.failed} failed`]
  }
}
