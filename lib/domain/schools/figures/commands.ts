import { AppError } from '@/lib/platform/errors'
import { done, platformCommand } from '@/lib/platform/operation'
import { enqueuePlatformJob } from '@/lib/platform/platform-job'
import { figuresFile as fileOf } from './export'
import { countAllJob, countSchoolJob } from './jobs'
import { figuresFile, figuresInput } from './schema'
import { storedFigures } from './steps'

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

/** The stored figures as a spreadsheet. */
export const exportFigures = platformCommand({
  scope: 'platform',
  name: 'schools.exportFigures',
  permission: 'manage:schools',
  input: figuresInput,
  output: figuresFile,
  run: async ({ db, ctx, input: { schoolId }, audit }) => {
    const schools = await storedFigures(db, schoolId)
    if (schoolId && schools.length === 0) throw new AppError('not_found')
    audit({ action: 'figures.export', entity: 'school', entityId: schoolId ?? null, after: { count: schools.length } })
    return fileOf(schools, ctx.locale)
  },
})
