import { outcomes, problems } from '@/lib/domain/rollovers/rules'

export const statuses = ['done', 'skipped', 'kept', 'undone'] as const

const one = <T extends string>(value: unknown, among: readonly T[]): T | undefined =>
  among.find((known) => known === value)

/** Which students the page's address asks for; what it has no word for is left out. */
export function wantedStudents(sent: Record<string, string | string[] | undefined>): Record<string, string> {
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
  const wanted = {
    q: text(sent.q),
    outcome: one(sent.outcome, outcomes),
    problem: one(sent.problem, problems),
    result: one(sent.result, statuses),
    cursor: text(sent.cursor),
  }
  return Object.fromEntries(Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
export type WantedStudents = ReturnType<typeof wantedStudents>
