import { changed } from '@/lib/platform/audit'
import { command } from '@/lib/platform/operation'
import { defined } from '@/lib/shared/defined'
import { readPolicy } from '@/lib/shared/security-policy'
import { saved } from '../schema'
import { readSettings, saveSettings } from '../steps'
import { updateSecurityInput } from './schema'
import { shownPolicy } from './steps'

/**
 * How people come in and stay in. A shorter idle time and fewer sessions hold from the next request or sign-in on; a
 * second factor is asked for at each person's next sign-in.
 */
export const updateSecurity = command({
  name: 'schools.updateSecurity',
  permission: 'config:institution',
  input: updateSecurityInput,
  output: saved,
  run: async ({ db, ctx, input: { version, ...sent }, audit }) => {
    const before = readPolicy((await readSettings(db)).securitySettings)
    const data = defined(sent)
    const next = await saveSettings(db, version, { securitySettings: { ...before, ...data } }, shownPolicy)
    audit({
      action: 'school.updateSecurity',
      entity: 'school',
      entityId: ctx.schoolId,
      ...changed(before, data),
    })
    return { version: next }
  },
})
