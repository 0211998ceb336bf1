import { describe, expect, it } from 'vitest'
import { can, type Permission, permissions, permissionsOf, rolePermissions } from './permissions'

const holds = (...held: Permission[]) => new Set(held)

describe('permissions', () => {
  it('are held as they are named', () => {
    for (const wanted of permissions) {
      expect(can(holds(wanted), wanted)).toBe(true)
      expect(can(holds(), wanted)).toBe(false)
    }
  })

  it('read:all, write:all and delete:all stand for their verb, and for nothing else', () => {
    for (const wanted of permissions) {
      const [verb] = wanted.split(':')
      for (const other of ['read', 'write', 'delete'])
        expect(can(holds(`${other}:all` as Permission), wanted), `${other}:all → ${wanted}`).toBe(
          verb === other && wanted !== 'read:sensitive',
        )
    }
  })

  it('manage, config, export, family and sensitive need themselves', () => {
    const all = holds('read:all', 'write:all', 'delete:all')
    for (const wanted of ['manage:schools', 'manage:users', 'config:institution', 'export:simat'] as const)
      expect(can(all, wanted)).toBe(false)
    expect(can(all, 'family:self')).toBe(false)
    expect(can(all, 'read:sensitive')).toBe(false)
  })

  it('are the union of the roles; unknown roles, and names of objects, give nothing', () => {
    expect(permissionsOf(['teacher', 'secretary'])).toEqual(
      new Set([...rolePermissions.teacher, ...rolePermissions.secretary]),
    )
    expect(permissionsOf(['constructor', 'toString', '__proto__', 'owner', ''])).toEqual(new Set())
  })

  it('of a school never include the platform', () => {
    for (const [role, its] of Object.entries(rolePermissions))
      expect(its.includes('manage:schools')).toBe(role === 'superadmin')
  })
})
