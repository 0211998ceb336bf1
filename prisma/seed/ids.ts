import type { Random } from './random'

/** UUIDs v7 that are the same in every run: the moments count up from `from`, the rest comes from the generator. */
export function makeIds(random: Random, from = Date.UTC(2026, 0, 5, 12)): () => string {
  let moment = from
  return () => {
    moment += 1
    const hex = (length: number) => Array.from({ length }, () => random.int(0, 15).toString(16)).join('')
    const time = moment.toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`
  }
}
