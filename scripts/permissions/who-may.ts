import type { Operation } from '@/lib/platform/operation'
import { can, type Permission, permissionsOf, roles } from '@/lib/platform/permissions'

/** Everybody who can stand behind a context of a school. */
export const callers = [...roles, 'superadmin', 'guardian'] as const
export type Caller = (typeof callers)[number]

export const rightsOf = (caller: Caller): ReadonlySet<Permission> =>
  caller === 'guardian' ? new Set<Permission>(['family:self']) : permissionsOf([caller])

/** What the operation's declaration says: any one of its permissions suffices, none lets in everybody of the school. */
export function allowed({ scope, permissions }: Pick<Operation, 'scope' | 'permissions'>, caller: Caller): boolean {
  if (scope === 'platform') return caller === 'superadmin'
  if (permissions.length === 0) return true
  return permissions.some((permission) => can(rightsOf(caller), permission))
}
