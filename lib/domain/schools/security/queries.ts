import { nothing, query } from '@/lib/platform/operation'
import { readPolicy } from '@/lib/shared/security-policy'
import { readSettings } from '../steps'
import { securityOverview } from './schema'
import { countSecondFactors } from './sql'
import { shownPolicy } from './steps'

/** How people come in and stay in, and how far the school has got with second factors. */
export const readSecurity = query({
  name: 'schools.security',
  permission: 'config:institution',
  input: nothing,
  output: securityOverview,
  run: async ({ db, ctx, sql }) => {
    const settings = await readSettings(db)
    const { secondFactorRoles } = readPolicy(settings.securitySettings)
    return { ...shownPolicy(settings), ...(await countSecondFactors(sql, ctx.schoolId, secondFactorRoles)) }
  },
})
