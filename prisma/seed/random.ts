export type Random = {
  /** 0 ≤ x < 1 */
  next: () => number
  /** A whole number, both ends included. */
  int: (min: number, max: number) => number
  chance: (probability: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** Earlier ones are likelier, as in a list ordered by frequency. */
  pickRanked: <T>(from: readonly T[]) => T
  weighted: <T>(from: readonly (readonly [T, number])[]) => T
  shuffle: <T>(from: readonly T[]) => T[]
}

/** Mulberry32: the same seed gives the same numbers on every machine. For demo data only. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const at = <T>(from: readonly T[], index: number): T => {
    const found = from[index]
    if (found === undefined) throw new RangeError('Nothing to pick from')
    return found
  }
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (from) => at(from, int(0, from.length - 1)),
    pickRanked: (from) => at(from, Math.floor(next() ** 1.8 * from.length)),
    weighted: (from) => {
      let rest = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of from) {
        rest -= weight
        if (rest < 0) return value
      }
      return at(from, from.length - 1)[0]
    },
    shuffle: (from) => {
      const list = [...from]
      for (let index = list.length - 1; index > 0; index -= 1) {
        const other = int(0, index)
        const [a, b] = [at(list, index), at(list, other)]
        list[index] = b
        list[other] = a
      }
      return list
    },
  }
}
