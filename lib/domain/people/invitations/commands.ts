import { makeRoomFor } from '@/lib/domain/schools/limits/steps'
import { readSchoolPolicy } from '@/lib/domain/schools/security/steps'
import type { Directory } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { hasRightsElsewhere } from '@/lib/platform/session'
import type { SchoolRole } from '../rules'
import { invitedPerson, invitePersonInput, oneMembershipInput } from '../schema'
import { findOrAddPerson, invitationMail, refuseSuperadminInVisit, refuseWithCourses } from '../steps'

/**
 * Gives a person a place in the school. Somebody new gets a link to choose a password, somebody known of another school
 * keeps the one they have.
 * @throws AppError duplicate when the person is in the school already, active or not
 */
export const invitePerson = command({
  name: 'people.invite',
  permission: 'manage:users',
  input: invitePersonInput,
  output: invitedPerson,
  run: async ({ db, ctx, directory, input: { email, fullName, roles }, mail, audit }) => {
    const person = await findOrAddPerson(directory, { email, fullName, locale: 'es' })
    await refuseSuperadminInVisit({ ctx, directory }, person.id)
    const there = await db.schoolMembership.findFirst({ where: { userId: person.id }, select: { id: true } })
    if (there) throw new AppError('duplicate', { field: 'email', reason: 'people.refusal.alreadyMember' })
    await makeRoomFor(db, 'people')
    const { id } = await db.schoolMembership.create({
      data: { schoolId: ctx.schoolId, userId: person.id, roles },
      select: { id: true },
    })
    const { invitationDays: days } = await readSchoolPolicy(db)
    await mail(await invitationMail(directory, person, { school: ctx.school, roles, inviter: ctx.actor.name, days }))
    audit({
      action: 'membership.invite',
      entity: 'membership',
      entityId: id,
      after: { name: person.fullName, email, roles },
    })
    return { membershipId: id, hasAccepted: person.hasAccepted }
  },
})

/** Sends the invitation once more; the earlier link stops working. */
export const resendInvitation = command({
  name: 'people.resendInvitation',
  permission: 'manage:users',
  input: oneMembershipInput,
  output: done,
  run: async ({ db, ctx, directory, input: { membershipId }, mail, audit }) => {
    const membership = await db.schoolMembership.findFirst({
      where: { id: membershipId, isActive: true },
      select: { roles: true, user: { select: { email: true, fullName: true } } },
    })
    if (!membership) throw new AppError('not_found')
    const person = await findOrAddPerson(directory, { ...membership.user, locale: 'es' })
    if (person.hasAccepted) throw new AppError('not_allowed_now', { reason: 'people.refusal.alreadyAccepted' })
    const roles = membership.roles as SchoolRole[]
    const { invitationDays: days } = await readSchoolPolicy(db)
    await mail(await invitationMail(directory, person, { school: ctx.school, roles, inviter: ctx.actor.name, days }))
    audit({
      action: 'membership.resend',
      entity: 'membership',
      entityId: membershipId,
      after: { name: person.fullName },
    })
    return { ok: true as const }
  },
})

async function refuseAccepted(tables: Pick<Directory, 'userCredential'>, userId: string): Promise<void> {
  const accepted = await tables.userCredential.findFirst({ where: { userId }, select: { userId: true } })
  if (accepted) throw new AppError('not_allowed_now', { reason: 'people.refusal.alreadyAccepted' })
}

/**
 * Takes an invitation back before it is accepted: the link stops working and the place in the school is free again, as if
 * nobody had been invited. Only the history keeps it.
 * @throws AppError not_allowed_now when it was accepted, or when the person was already given courses
 */
export const revokeInvitation = command({
  name: 'people.revokeInvitation',
  permission: 'manage:users',
  input: oneMembershipInput,
  output: done,
  run: async ({ db, ctx, directory, input: { membershipId }, audit }) => {
    const membership = await db.schoolMembership.findFirst({
      where: { id: membershipId },
      select: { userId: true, roles: true, user: { select: { email: true, fullName: true } } },
    })
    if (!membership) throw new AppError('not_found')
    const { userId, roles, user } = membership
    await refuseAccepted(directory, userId)
    await refuseWithCourses(db, userId)
    // Another school's invitation opens with the same link: it stays good for that one.
    if (!(await hasRightsElsewhere(userId, ctx.schoolId)))
      await directory.userToken.updateMany({
        where: { userId, purpose: 'invitation', usedAt: null },
        data: { usedAt: new Date() },
      })
    // Asked again: who accepts at this moment has ended the same link before, or waits until it is gone.
    await refuseAccepted(directory, userId)
    await db.schoolMembership.deleteMany({ where: { id: membershipId } })
    audit({
      action: 'membership.revoke',
      entity: 'membership',
      entityId: membershipId,
      before: { name: user.fullName, email: user.email, roles },
    })
    return { ok: true as const }
  },
})
