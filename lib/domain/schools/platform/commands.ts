import type { SchoolRole } from '@/lib/domain/people/rules'
import { findOrAddPerson, invitationMail } from '@/lib/domain/people/steps'
import type { PlatformDb } from '@/lib/platform/db/platform'
import { AppError } from '@/lib/platform/errors'
import { done, platformCommand } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { setSchoolActiveInput } from '../schema'
import { oneRectorInput, schoolState } from './schema'

/** What was exported before the doors opened is not all any more: a removal that waited is off. @throws AppError not_allowed_now */
async function callOffPurge(db: Pick<PlatformDb, 'schoolPurge'>, schoolId: string): Promise<void> {
  const running = await db.schoolPurge.count({ where: { purgedSchoolId: schoolId, status: 'running' } })
  if (running > 0) throw new AppError('not_allowed_now', { reason: 'schools.refusal.purgeRuns' })
  await db.schoolPurge.updateMany({
    where: { purgedSchoolId: schoolId, status: 'waiting' },
    data: { status: 'cancelled' },
  })
}

/**
 * Closes a school's doors, or opens them again. Its people and programs are out at their next request; nothing is deleted.
 * @throws AppError not_allowed_now while the school is being removed
 */
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
    if (isActive) await callOffPurge(db, schoolId)
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
