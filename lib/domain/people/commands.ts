import { endSessionsOf } from '@/lib/domain/account/steps'
import { makeRoomFor } from '@/lib/domain/schools/limits/steps'
import { changed } from '@/lib/platform/audit'
import { membershipIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { updateVersioned } from '@/lib/platform/version'
import { defined } from '@/lib/shared/defined'
import { leavesTeaching, membershipProblem, type SchoolRole } from './rules'
import { savedMembership, updateMembershipInput } from './schema'
import { refuseSuperadminInVisit, refuseWithCourses } from './steps'

const columns = {
  id: true,
  userId: true,
  roles: true,
  isActive: true,
  version: true,
  user: { select: { fullName: true } },
} as const
type Membership = {
  id: string
  userId: string
  roles: SchoolRole[]
  isActive: boolean
  version: number
  user: { fullName: string }
}

/**
 * Changes roles, or lets somebody in or out. The person's sessions end with it, so that no page of theirs keeps what the
 * old rights showed.
 * @throws AppError not_allowed_now for the last rector, for the own access, and for a teacher who has courses; conflict
 */
export const updateMembership = command({
  name: 'people.updateMembership',
  permission: 'manage:users',
  input: updateMembershipInput,
  output: savedMembership,
  run: async ({ db, ctx, directory, input: { membershipId, version, ...sent }, audit, notify }) => {
    const data = defined(sent)
    // Two rectors who take the role from each other at the same moment: the school's row makes one wait for the other.
    await db.school.updateMany({ where: {}, data: { updatedAt: new Date() } })
    const all = (await db.schoolMembership.findMany({ select: columns })) as Membership[]
    const before = all.find(({ id }) => id === membershipId)
    if (!before) throw new AppError('not_found')
    await refuseSuperadminInVisit({ ctx, directory }, before.userId)
    const problem = membershipProblem(all, { id: membershipId, ...data }, membershipIdOf(ctx))
    if (problem) throw new AppError('not_allowed_now', { reason: problem })
    if (data.isActive && !before.isActive) await makeRoomFor(db, 'people')
    if (leavesTeaching(before, data)) await refuseWithCourses(db, before.userId)
    const after = await updateVersioned<Membership>(db.schoolMembership, {
      id: membershipId,
      version,
      data,
      shows: ['roles', 'isActive'],
    })
    const difference = changed({ roles: before.roles, isActive: before.isActive }, data)
    const isOwn = membershipId === membershipIdOf(ctx)
    const ends = Object.keys(difference.after).length > 0 && !isOwn
    const sessionsEnded = ends ? await endSessionsOf(directory, before.userId) : 0
    const name = before.user.fullName
    audit({
      action: 'membership.update',
      entity: 'membership',
      entityId: membershipId,
      before: { name, ...difference.before },
      after: { name, ...difference.after },
    })
    if (difference.after.roles && after.isActive) {
      const t = await translator('es', 'people')
      const roles = after.roles.map((role) => t(`role.${role}`)).join(', ')
      await notify({ kind: 'rolesChanged', users: [before.userId], data: { roles }, path: 'notifications' })
    }
    return { membershipId, version: after.version, roles: after.roles, isActive: after.isActive, sessionsEnded }
  },
})
