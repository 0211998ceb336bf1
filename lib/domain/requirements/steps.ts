import { appliesTo, type RequirementRow } from './schema'

export const requirementColumns = {
  id: true,
  code: true,
  name: true,
  help: true,
  kind: true,
  appliesTo: true,
  required: true,
  isActive: true,
  version: true,
} as const

type Stored = Omit<RequirementRow, 'kind' | 'appliesTo'> & { kind: string; appliesTo: unknown }

/** A stored row as screens and programs read it; a condition that nobody can read is none. */
export const toRequirement = (row: Stored): RequirementRow => ({
  ...row,
  kind: row.kind === 'consent' ? 'consent' : 'file',
  appliesTo: appliesTo.catch({}).parse(row.appliesTo),
})
