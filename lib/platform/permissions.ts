export const permissions = [
  'read:all',
  'write:all',
  'delete:all',
  'manage:schools',
  'config:institution',
  'manage:users',
  'export:simat',
  'read:audit_log',
  'read:students',
  'read:enrollment',
  'write:enrollment',
  'read:grades',
  'write:grades',
  'read:attendance',
  'write:attendance',
  'write:convivencia',
  'write:due_process',
  'read:schedule',
  'read:communications',
  'write:communications',
  'read:own_students',
  'read:own_grades',
  'write:activities',
  'read:own_data',
  'read:sensitive',
  'family:self',
] as const

export type Permission = (typeof permissions)[number]

export const roles = ['rector', 'coordinator', 'secretary', 'teacher', 'student', 'acudiente'] as const

export type Role = (typeof roles)[number]

const everything: Permission[] = [
  'read:all',
  'write:all',
  'delete:all',
  'config:institution',
  'manage:users',
  'export:simat',
  'read:audit_log',
]

/** What each role may do in its school. `superadmin` is a person of the platform and never a membership's role. */
export const rolePermissions: Record<Role | 'superadmin', readonly Permission[]> = {
  superadmin: [...everything, 'manage:schools'],
  rector: [...everything, 'read:sensitive'],
  coordinator: [
    'read:students',
    'read:enrollment',
    'read:grades',
    'read:attendance',
    'write:attendance',
    'write:convivencia',
    'write:due_process',
    'read:schedule',
    'read:communications',
    'write:communications',
    'export:simat',
    'read:sensitive',
  ],
  secretary: [
    'read:students',
    'read:enrollment',
    'write:enrollment',
    'read:attendance',
    'read:communications',
    'write:communications',
    'export:simat',
  ],
  teacher: [
    'read:own_students',
    'write:grades',
    'write:attendance',
    'read:own_grades',
    'write:activities',
    'read:schedule',
    'read:communications',
  ],
  student: ['read:own_data', 'read:own_grades', 'read:schedule', 'read:communications'],
  acudiente: ['read:own_data', 'read:own_grades', 'read:schedule', 'read:communications'],
}

/** The union of what the roles give. Unknown role names give nothing. */
export function permissionsOf(names: readonly string[]): Set<Permission> {
  const known = names.filter((name): name is Role | 'superadmin' => Object.hasOwn(rolePermissions, name))
  return new Set(known.flatMap((name) => rolePermissions[name]))
}

/** `read:x`, `write:x` and `delete:x` are satisfied by their `:all`; health and family rights only exactly, like everything else. */
export function can(held: ReadonlySet<Permission>, wanted: Permission): boolean {
  if (held.has(wanted)) return true
  if (wanted === 'read:sensitive') return false
  const verb = wanted.split(':')[0]
  return (verb === 'read' || verb === 'write' || verb === 'delete') && held.has(`${verb}:all` as Permission)
}
