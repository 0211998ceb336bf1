import { gradePrefix } from '@/lib/shared/grades'

/** How a school calls its groups: A · 6-A · 601. */
export const namings = ['letter', 'dash', 'number'] as const
export type Naming = (typeof namings)[number]

/** The number-th group (from 1) of a grade; after Z come A1, B1… A grade without a number takes letters: T1, C31. */
export function groupCode(gradeLevel: string, number: number, naming: Naming): string {
  const prefix = gradePrefix(gradeLevel)
  if (naming === 'number')
    return /^\d+$/.test(prefix) ? `${prefix}${String(number).padStart(2, '0')}` : `${prefix}${number}`
  const round = Math.floor((number - 1) / 26)
  const letter = `${String.fromCharCode(65 + ((number - 1) % 26))}${round || ''}`
  return naming === 'dash' ? `${prefix}-${letter}` : letter
}

/** `count` groups of a grade beside those that it has, filling gaps first. */
export function proposeGroups(gradeLevel: string, count: number, naming: Naming, taken: readonly string[]): string[] {
  const codes: string[] = []
  for (let number = 1; codes.length < count; number++) {
    const code = groupCode(gradeLevel, number, naming)
    if (!taken.includes(code)) codes.push(code)
  }
  return codes
}

type Named = { gradeLevel: string; code: string }

/** The way that the school's codes follow already, by majority; letters alone when there are none. */
export function namingOf(groups: readonly Named[]): Naming {
  const follows = (naming: Naming) =>
    groups.filter(({ gradeLevel, code }) => {
      const prefix = gradePrefix(gradeLevel)
      if (naming === 'dash') return code.startsWith(`${prefix}-`)
      return naming === 'number' ? /\d$/.test(code) && code.startsWith(prefix) : /^[A-Z]\d?$/.test(code)
    }).length
  return [...namings].sort((a, b) => follows(b) - follows(a))[0] ?? 'letter'
}

export type Occupancy = { placed: number; capacity: number | null; state: 'open' | 'full' | 'over' | 'unlimited' }

/** How many of a group's places are taken. */
export function occupancy(placed: number, capacity: number | null): Occupancy {
  if (capacity === null) return { placed, capacity, state: 'unlimited' }
  return { placed, capacity, state: placed > capacity ? 'over' : placed === capacity ? 'full' : 'open' }
}
