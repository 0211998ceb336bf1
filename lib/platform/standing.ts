import { moduleNames, modules } from '../shared/modules'
import type { SchoolContext } from './context'
import { AppError } from './errors'

const moduleOf = (operation: string) => {
  const noun = operation.split('.')[0] ?? ''
  return moduleNames.find((name) => (modules[name] as readonly string[]).includes(noun))
}

/**
 * What a change needs beside a permission: a visitor who may change things, and a module that is open. Reading stays as it is,
 * so that nothing a school has written disappears when its contract changes.
 * @throws AppError forbidden during a visit that only looks; not_allowed_now in a closed module
 */
export function refuseStanding(
  { support, closedModules }: SchoolContext,
  { name, onlyTells = false }: { name: string; onlyTells?: boolean | undefined },
): void {
  if (support?.mode === 'read') throw new AppError('forbidden', { reason: 'support_read_only' })
  const module = onlyTells ? undefined : moduleOf(name)
  if (module && closedModules.includes(module))
    throw new AppError('not_allowed_now', { reason: 'schools.refusal.moduleClosed', data: { module } })
}
