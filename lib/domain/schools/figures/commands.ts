import { AppError } from '@/lib/platform/errors'
import { done, platformCommand } from '@/lib/platform/operation'
import { enqueuePlatformJob } from '@/lib/platform/platform-job'
import { countAllJob, countSchoolJob } from './jobs'
import { figuresInput } from './schema'

/** Has all schools, or one, counted now instead of tonight. */
export const countFigures = platformCommand({
  scope: 'platform',
  name: 'schools.countFigures',
  permission: 'manage:schools',
  input: figuresInput,
  output: done,
  run: async ({ db, input: { schoolId }, audit }) => {
    if (schoolId) {
      const school = await db.school.findFirst({ where: { id: schoolId }, select: { id: true } })
      if (!school) throw new AppError('not_found')
      await enqueuePlatformJob(db, countSchoolJob, { schoolId })
    } else await enqueuePlatformJob(db, countAllJob, {})
    audit({ action: 'figures.count', entity: 'school', entityId: schoolId ?? null })
    return { ok: true as const }
  },
})
