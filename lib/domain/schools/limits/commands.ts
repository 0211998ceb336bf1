import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { platformCommand } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { saved } from '../schema'
import { readLimits, type SchoolLimits, setLimitsInput } from './schema'

/** What the platform allows a school. What is there already stays, also above a new limit: only more is refused. */
export const setLimits = platformCommand({
  scope: 'platform',
  name: 'schools.setLimits',
  permission: 'manage:schools',
  input: setLimitsInput,
  output: saved,
  run: async ({ db, input: { schoolId, version, ...limits }, audit }) => {
    const before = await db.school.findFirst({ where: { id: schoolId }, select: { limits: true } })
    if (!before) throw new AppError('not_found')
    const after = await updateVersioned<{ id: string; version: number; limits: unknown }>(db.school, {
      id: schoolId,
      version,
      data: { limits },
      shows: ['limits'],
    })
    const difference = changed<SchoolLimits>(readLimits(before.limits), limits)
    audit({ action: 'school.limits', entity: 'school', entityId: schoolId, ...difference })
    return { version: after.version }
  },
})
