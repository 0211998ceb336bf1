import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { createLinkInput, newLink, reminded, remindGuardianInput, revokeLinkInput } from './schema'
import { createFamilyLink, familyOf, mailFamilyLink, qrOf, whatsappMessage } from './steps'

/**
 * A link for a guardian, by mail, for WhatsApp or as a picture. Earlier links go on working unless `revokeOthers`.
 * @throws AppError not_found; not_allowed_now without an open enrollment, or by mail without an address
 */
export const createLink = command({
  name: 'families.createLink',
  permission: 'write:enrollment',
  input: createLinkInput,
  output: newLink,
  run: async (call) => {
    const { db, input, audit } = call
    const { guardianId, channel, days, revokeOthers } = input
    const family = await familyOf(call, guardianId)
    if (revokeOthers) {
      const { count } = await db.familyLink.updateMany({
        where: { guardianId, revokedAt: null, expiresAt: { gt: new Date() } },
        data: { revokedAt: new Date() },
      })
      if (count > 0)
        audit({ action: 'family_link.revoke', entity: 'guardian', entityId: guardianId, after: { links: count } })
    }
    const link = await createFamilyLink(call, { guardianId, channel, days })
    if (channel === 'email') await mailFamilyLink(call, family, link, 'family_link')
    const [message, qr] = await Promise.all([whatsappMessage(call, family, link), qrOf(link.url)])
    return {
      linkId: link.id,
      url: link.url,
      expiresAt: link.expiresAt.toISOString(),
      guardian: family.fullName,
      mailedTo: channel === 'email' ? family.email : null,
      ...message,
      qr,
    }
  },
})

/** The link opens nothing from now on, nor does the page that it opened. @throws AppError not_found */
export const revokeLink = command({
  name: 'families.revokeLink',
  permission: 'write:enrollment',
  input: revokeLinkInput,
  output: done,
  run: async ({ db, input, audit }) => {
    const link = await db.familyLink.findFirst({
      where: { id: input.linkId },
      select: { revokedAt: true, guardianId: true },
    })
    if (!link) throw new AppError('not_found')
    if (!link.revokedAt) {
      await db.familyLink.updateMany({ where: { id: input.linkId }, data: { revokedAt: new Date() } })
      audit({
        action: 'family_link.revoke',
        entity: 'family_link',
        entityId: input.linkId,
        after: { guardianId: link.guardianId },
      })
    }
    return { ok: true as const }
  },
})

/** Mails one guardian what is missing, with a fresh link. */
export const remindGuardian = command({
  name: 'families.remindGuardian',
  permission: 'write:enrollment',
  input: remindGuardianInput,
  output: reminded,
  run: async (call) => {
    const { guardianId } = call.input
    const family = await familyOf(call, guardianId)
    if (!family.email) throw new AppError('not_allowed_now', { reason: 'families.refusal.noEmail' })
    const link = await createFamilyLink(call, { guardianId, channel: 'email' })
    await mailFamilyLink(call, family, link, 'family_reminder')
    return { to: family.email }
  },
})
