import { AppError } from '@/lib/platform/errors'
import { appliesTo, type RequirementRow, type Validity } from './schema'

export const requirementColumns = {
  id: true,
  code: true,
  name: true,
  help: true,
  kind: true,
  appliesTo: true,
  required: true,
  isActive: true,
  validity: true,
  validMonths: true,
  version: true,
} as const

type Stored = Omit<RequirementRow, 'kind' | 'appliesTo' | 'validity'> & {
  kind: string
  appliesTo: unknown
  validity: string
}

/** A stored row as screens and programs read it; a condition that nobody can read is none. */
export const toRequirement = (row: Stored): RequirementRow => ({
  ...row,
  kind: row.kind === 'consent' ? 'consent' : 'file',
  appliesTo: appliesTo.catch({}).parse(row.appliesTo),
  validity: row.validity as Validity,
})

/**
 * The validity as it is stored: months only where months count, and a consent goes by the version of its text or by the year.
 * @throws AppError invalid at `validMonths` when it is not said how many; at `validity` for one that a consent cannot have
 */
export function storedValidity(
  kind: string,
  { validity, validMonths }: { validity: Validity; validMonths: number | null },
): { validity: Validity; validMonths: number | null } {
  const consent = kind === 'consent'
  if (consent ? validity !== 'version' && validity !== 'year' : validity === 'version')
    throw new AppError('invalid', { field: 'validity', reason: 'requirements.refusal.validityOfKind' })
  if (validity !== 'months') return { validity, validMonths: null }
  if (validMonths === null) throw new AppError('invalid', { field: 'validMonths', reason: 'validation.required' })
  return { validity, validMonths }
}
