import { AppError } from '@/lib/platform/errors'
import { done, platformCommand } from '@/lib/platform/operation'
import { enqueuePlatformJob } from '@/lib/platform/platform-job'
import { endSupportJob } from './jobs'
import { endSupportInput, startedSupport, startSupportInput } from './schema'
import { tellRectors, tellSchool, visitLine } from './steps'

const schoolColumns = { id: true, slug: true, name: true } as const

/**
 * Lets the superadmin who asks into a school for a limited time. The school's history has the line before the first page is
 * open, and its rectors get a mail.
 * @throws AppError not_allowed_now for a closed school; duplicate while an earlier visit runs
 */
export const startSupport = platformCommand({
  scope: 'platform',
  name: 'schools.startSupport',
  permission: 'manage:schools',
  input: startSupportInput,
  output: startedSupport,
  run: async ({ db, ctx, input: { schoolId, reason, minutes, mode }, audit }) => {
    const school = await db.school.findFirst({ where: { id: schoolId }, select: schoolColumns })
    if (!school) throw new AppError('not_found')
    // Two that begin at once, or one that begins while the school is closed: the school's row makes one wait for the other.
    const open = await db.school.updateMany({ where: { id: schoolId, isActive: true }, data: { isActive: true } })
    if (open.count === 0) throw new AppError('not_allowed_now', { reason: 'schools.refusal.closedSchool' })
    const { userId, name } = ctx.actor
    const now = new Date()
    const running = await db.supportGrant.count({
      where: { schoolId, userId, endedAt: null, expiresAt: { gt: now } },
    })
    if (running > 0) throw new AppError('duplicate', { reason: 'schools.refusal.supportRuns' })
    const expiresAt = new Date(now.getTime() + minutes * 60_000)
    const { id } = await db.supportGrant.create({
      data: { schoolId, userId, userName: name, reason, mode, startedAt: now, expiresAt },
      select: { id: true },
    })
    const grant = { id, userId, userName: name, reason, mode, expiresAt }
    await tellRectors(db, school, grant, ctx)
    await tellSchool(db, school, grant, ctx, visitLine('start', grant, { minutes }))
    await enqueuePlatformJob(db, endSupportJob, { schoolId, grantId: id }, { startAfter: expiresAt })
    audit({
      action: 'support.start',
      entity: 'school',
      entityId: schoolId,
      reason,
      after: { grantId: id, mode, minutes },
    })
    return { grantId: id, slug: school.slug, until: expiresAt.toISOString() }
  },
})

/** Ends a visit before its time, one's own or a colleague's. What was over already stays as it was. */
export const endSupport = platformCommand({
  scope: 'platform',
  name: 'schools.endSupport',
  permission: 'manage:schools',
  input: endSupportInput,
  output: done,
  run: async ({ db, ctx, input: { schoolId, grantId }, audit }) => {
    const [grant, school] = await Promise.all([
      db.supportGrant.findFirst({ where: { schoolId, id: grantId } }),
      db.school.findFirst({ where: { id: schoolId }, select: schoolColumns }),
    ])
    if (!grant || !school) throw new AppError('not_found')
    const { count } = await db.supportGrant.updateMany({
      where: { schoolId, id: grantId, endedAt: null, expiresAt: { gt: new Date() } },
      data: { endedAt: new Date() },
    })
    if (count === 0) return { ok: true as const }
    const { userId, name } = ctx.actor
    await tellSchool(
      db,
      school,
      { ...grant, userId, userName: name },
      ctx,
      visitLine('end', { ...grant, userId }, { by: 'person' }),
    )
    audit({ action: 'support.end', entity: 'school', entityId: schoolId, after: { grantId } })
    return { ok: true as const }
  },
})
