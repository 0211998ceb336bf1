import { directionRules, findCircles } from './directions.ts'
import { nameRules } from './names.ts'
import { reservedRules } from './reserved.ts'
import { type Fault, readSources, type Source } from './sources.ts'
import { sqlRule } from './sql.ts'

const RULES = [...nameRules, ...directionRules, ...reservedRules, sqlRule]

/** Checks how the house is built: file names, who reads whom, what may be used where. One line per fault. */
export function structureFaults(sources: Source[] = readSources()): Fault[] {
  const faults = sources.flatMap((source) =>
    RULES.flatMap((rule) => rule(source) ?? []).map((message) => ({ file: source.file, message })),
  )
  const circles = findCircles(sources).map((circle) => ({
    file: `${circle[0]}.ts`,
    message: `reads itself in a circle: ${circle.join(' → ')}; move what both need into a third file`,
  }))
  return [...faults, ...circles]
}
