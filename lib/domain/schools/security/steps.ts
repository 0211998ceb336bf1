import { type SchoolRole, schoolRoles } from '@/lib/domain/people/rules'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { readPolicy, type SecurityPolicy } from '@/lib/shared/security-policy'
import type { readSettings } from '../steps'
import type { SecuritySettings } from './schema'

const isSchoolRole = (role: string): role is SchoolRole => schoolRoles.some((known) => known === role)

/** The rules as their page shows them. */
export function shownPolicy(settings: Pick<Awaited<ReturnType<typeof readSettings>>, 'version' | 'securitySettings'>) {
  const policy = readPolicy(settings.securitySettings)
  const shown: SecuritySettings = {
    version: settings.version,
    ...policy,
    secondFactorRoles: policy.secondFactorRoles.filter(isSchoolRole),
  }
  return shown
}

/** The rules of one school, for a step that needs one of them. */
export async function readSchoolPolicy(db: Pick<TenantClient, 'schoolSettings'>): Promise<SecurityPolicy> {
  const row = await db.schoolSettings.findFirst({ where: {}, select: { securitySettings: true } })
  return readPolicy(row?.securitySettings)
}
