import type { Mark } from '../marks/rules'
import type { StudentYear } from '../results/year/rules'
import type { SimulatedChange } from './schema'

const outcome = ({ value, level }: Mark) => ({ value, level })

type Named = { name: string; year: Mark }

function changedLevels(
  kind: 'subject' | 'area',
  who: { enrollmentId: string; student: string },
  before: readonly Named[],
  after: readonly Named[],
): SimulatedChange[] {
  return after.flatMap((mark, index): SimulatedChange[] => {
    const was = before[index]
    if (!was || was.year.level === mark.year.level) return []
    return [{ kind, ...who, name: mark.name, before: outcome(was.year), after: outcome(mark.year) }]
  })
}

const subjectsOf = ({ subjects }: StudentYear): Named[] =>
  subjects.map(({ subject, year }) => ({ name: subject, year }))

/** Who changes level in a subject or an area, or changes promotion, between two ways of computing the same year. */
export function simulatedChanges(
  names: ReadonlyMap<string, string>,
  before: readonly StudentYear[],
  after: readonly StudentYear[],
): SimulatedChange[] {
  const earlier = new Map(before.map((year) => [year.enrollmentId, year]))
  return after.flatMap((year) => {
    const was = earlier.get(year.enrollmentId)
    if (!was) return []
    const who = { enrollmentId: year.enrollmentId, student: names.get(year.enrollmentId) ?? '' }
    const promotion: SimulatedChange[] =
      was.promotion.status === year.promotion.status
        ? []
        : [{ kind: 'promotion', ...who, before: was.promotion.status, after: year.promotion.status }]
    return [
      ...promotion,
      ...changedLevels('area', who, was.areas, year.areas),
      ...changedLevels('subject', who, subjectsOf(was), subjectsOf(year)),
    ]
  })
}
