import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command, done, platformCommand } from '@/lib/platform/operation'
import { hasRightsElsewhere } from '@/lib/platform/session'
import { resetFactorAnywhereInput, resetFactorInput } from './schema'
import { forgetFactor, tellSchools } from './steps'

/**
 * For a member who has lost phone and recovery codes. Only for who has rights in this school and nowhere else: a rector
 * may not weaken the way into another school, nor into the platform.
 * @throws AppError not_allowed_now for the own one, for who has rights elsewhere, and when there is none
 */
export const resetSecondFactor = command({
  name: 'people.resetSecondFactor',
  permission: 'manage:users',
  input: resetFactorInput,
  output: done,
  run: async ({ db, ctx, directory, input: { membershipId, reason }, mail, audit }) => {
    const membership = await db.schoolMembership.findFirst({
      where: { id: membershipId },
      select: { userId: true, user: { select: { fullName: true } } },
    })
    if (!membership) throw new AppError('not_found')
    const { userId, user } = membership
    if (userId === userIdOf(ctx)) throw new AppError('not_allowed_now', { reason: 'people.refusal.ownSecondFactor' })
    if (await hasRightsElsewhere(userId, ctx.schoolId))
      throw new AppError('not_allowed_now', { reason: 'people.refusal.rightsElsewhere' })
    await mail(await forgetFactor(directory, userId))
    audit({
      action: 'membership.resetSecondFactor',
      entity: 'membership',
      entityId: membershipId,
      after: { name: user.fullName },
      reason,
    })
    return { ok: true as const }
  },
})

/**
 * The same by the platform, for who works in several schools, for rectors and for other superadmins. The person is told,
 * and so are the schools where they work.
 * @throws AppError not_found; not_allowed_now for the own one, and when there is none
 */
export const resetSecondFactorAnywhere = platformCommand({
  scope: 'platform',
  name: 'people.resetSecondFactorAnywhere',
  permission: 'manage:schools',
  input: resetFactorAnywhereInput,
  output: done,
  run: async ({ db, ctx, input: { email, reason }, mail, audit }) => {
    const user = await db.user.findFirst({ where: { email }, select: { id: true, fullName: true } })
    if (!user) throw new AppError('not_found')
    if (user.id === ctx.actor.userId)
      throw new AppError('not_allowed_now', { reason: 'people.refusal.ownSecondFactor' })
    await mail(await forgetFactor(db, user.id))
    const reset = { userId: user.id, name: user.fullName, reason }
    for (const message of await tellSchools(db, ctx, reset)) await mail(message)
    audit({ action: 'second_factor.reset', entity: 'user', entityId: user.id, after: { name: user.fullName }, reason })
    return { ok: true as const }
  },
})
