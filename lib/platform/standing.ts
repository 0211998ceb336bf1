import type { SchoolContext } from './context'
import { AppError } from './errors'

/** What the platform opens for a school, by the nouns whose operations it is made of. */
export const modules = {
  attendance: ['attendance'],
  evaluation: ['gradebook', 'evaluation', 'closing', 'sheets', 'meetings'],
  reportCards: ['reportCards'],
  papers: ['papers'],
  programs: ['tokens'],
} as const satisfies Record<string, readonly string[]>

export type Module = keyof typeof modules
export const moduleNames = Object.keys(modules) as Module[]

const moduleOf = (operation: string): Module | undefined => {
  const noun = operation.split('.')[0] ?? ''
  return moduleNames.find((name) => (modules[name] as readonly string[]).includes(noun))
}

/**
 * What a change needs beside a permission: a visitor who may change things, and a module that is open. Reading stays as it is,
 * so that nothing a school has written disappears when its contract changes.
 * @throws AppError forbidden during a visit that only looks; not_allowed_now in a closed module
 */
export function refuseStanding({ support, closedModules }: SchoolContext, operation: string): void {
  if (support?.mode === 'read') throw new AppError('forbidden', { reason: 'support_read_only' })
  const module = moduleOf(operation)
  if (module && closedModules.includes(module))
    throw new AppError('not_allowed_now', { reason: 'schools.refusal.moduleClosed', data: { module } })
}
