import type { SchoolRole } from '@/lib/domain/people/rules'
import { findOrAddPerson, invitationMail } from '@/lib/domain/people/steps'
import { AppError } from '@/lib/platform/errors'
import { done, platformCommand } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { setSchoolActiveInput } from '../schema'
import { oneRectorInput, schoolState } from './schema'

/** Closes a school's doors, or opens them again. Its people and programs are out at their next request; nothing is deleted. */
export const setSchoolActive = platformCommand({
  scope: 'platform',
  name: 'schools.setActive',
  permission: 'manage:schools',
  input: setSchoolActiveInput,
  output: schoolState,
  run: async ({ db, input: { schoolId, version, isActive }, audit }) => {
    const saved = await updateVersioned<{ id: string; version: number; isActive: boolean }>(db.school, {
      id: schoolId,
      version,
      data: { isActive },
      shows: ['isActive'],
    })
    audit({ action: isActive ? 'school.activate' : 'school.deactivate', entity: 'school', entityId: schoolId })
    return { version: saved.version, isActive: saved.isActive }
  },
})

/**
 * Sends a rector's invitation once more, to the same address; the earlier link stops working.
 * @throws AppError not_allowed_now when the account is there already
 */
export const resendRector = platformCommand({
  scope: 'platform',
  name: 'schools.resendRector',
  permission: 'manage:schools',
  input: oneRectorInput,
  output: done,
  run: async ({ db, ctx, input: { schoolId, membershipId }, mail, audit }) => {
    const membership = await db.schoolMembership.findFirst({
      where: { schoolId, id: membershipId, isActive: true, roles: { array_contains: ['rector'] } },
      select: {
        roles: true,
        school: { select: { name: true, slug: true } },
        user: { select: { email: true, fullName: true } },
      },
    })
    if (!membership) throw new AppError('not_found')
    const { school, user, roles } = membership
    const person = await findOrAddPerson(db, { ...user, locale: 'es' })
    if (person.hasAccepted) throw new AppError('not_allowed_now', { reason: 'people.refusal.alreadyAccepted' })
    await mail(await invitationMail(db, person, { school, roles: roles as SchoolRole[], inviter: ctx.actor.name }))
    audit({ action: 'school.resendInvitation', entity: 'school', entityId: schoolId, after: { name: person.fullName } })
    return { ok: true as const }
  },
})
