import { createHash } from 'node:crypto'
import QRCode from 'qrcode'
import { userIdOf } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { composeMail } from '@/lib/platform/mail'
import type { CommandCall } from '@/lib/platform/operation'
import { hashSecret, schoolSecret } from '@/lib/platform/secrets'
import { translator } from '@/lib/platform/translator'
import { dayOf, formatDay } from '@/lib/shared/dates'
import { whatsappUrl } from '@/lib/shared/phone'
import { openStatuses } from '../enrollments/rules'
import { canonicalText, linkExpiry, nameList } from './rules'
import { type ConsentCode, consentCodes, type LinkChannel } from './schema'

/** Days for which a link opens the page when nobody says otherwise. */
export const linkDays = 14

export type FamilyMember = {
  id: string
  firstName: string
  fullName: string
  email: string | null
  phone: string | null
  children: string[]
}

/**
 * The guardian with the given names of the children whose papers are still being worked on.
 * @throws AppError not_found; not_allowed_now when there is no such child, or the guardian was deactivated
 */
export async function familyOf({ db }: CommandCall, guardianId: string): Promise<FamilyMember> {
  const guardian = await db.guardian.findFirst({
    where: { id: guardianId },
    select: {
      id: true,
      firstName: true,
      fullName: true,
      email: true,
      phone: true,
      isActive: true,
      students: {
        where: { student: { isActive: true, enrollments: { some: { status: { in: [...openStatuses] } } } } },
        select: { student: { select: { firstName: true } } },
        orderBy: { createdAt: 'asc' },
      },
    },
  })
  if (!guardian) throw new AppError('not_found')
  const { students, isActive, ...member } = guardian
  if (!isActive) throw new AppError('not_allowed_now', { reason: 'families.refusal.inactive' })
  if (students.length === 0) throw new AppError('not_allowed_now', { reason: 'families.refusal.noChildren' })
  return { ...member, children: students.map(({ student }) => student.firstName) }
}

export type NewLink = { id: string; url: string; expiresAt: Date }

/** A new way in for a guardian. The token is in the address after the #, and nowhere else: only its hash is kept. */
export async function createFamilyLink(
  { db, ctx, audit }: CommandCall,
  link: { guardianId: string; channel: LinkChannel; days?: number },
): Promise<NewLink> {
  const token = schoolSecret(ctx.schoolId)
  const expiresAt = linkExpiry(new Date(), link.days ?? linkDays)
  const { id } = await db.familyLink.create({
    data: {
      schoolId: ctx.schoolId,
      guardianId: link.guardianId,
      tokenHash: hashSecret(token),
      channel: link.channel,
      createdBy: userIdOf(ctx),
      expiresAt,
    },
    select: { id: true },
  })
  audit({
    action: 'family_link.create',
    entity: 'family_link',
    entityId: id,
    after: { guardianId: link.guardianId, channel: link.channel, expiresAt },
  })
  return { id, url: `${env().APP_URL}/f#${token}`, expiresAt }
}

/** "5 de marzo": until when a link opens. */
export const untilDay = (expiresAt: Date): string => formatDay(dayOf(expiresAt), 'es', 'weekday')

/** The sentences for WhatsApp, and the address that opens WhatsApp with them. */
export async function whatsappMessage({ ctx }: CommandCall, family: FamilyMember, link: NewLink) {
  const t = await translator('es', 'families')
  const text = t('whatsapp', {
    guardian: family.firstName,
    children: nameList(family.children),
    school: ctx.school.name,
    until: untilDay(link.expiresAt),
    url: link.url,
  })
  return { text, whatsappUrl: whatsappUrl(text, family.phone) }
}

/** Mails the link. @throws AppError not_allowed_now when the guardian has no address */
export async function mailFamilyLink(
  call: CommandCall,
  family: FamilyMember,
  link: NewLink,
  kind: 'family_link' | 'family_reminder',
): Promise<void> {
  if (!family.email) throw new AppError('not_allowed_now', { reason: 'families.refusal.noEmail' })
  const t = await translator('es', 'mails')
  const values = {
    guardian: family.firstName,
    children: nameList(family.children),
    school: call.ctx.school.name,
    until: untilDay(link.expiresAt),
  }
  const which = kind === 'family_link' ? 'familyLink' : 'familyReminder'
  await call.mail({
    to: family.email,
    template: kind,
    ...composeMail({
      subject: t(`${which}.subject`, values),
      paragraphs: [t(`${which}.hello`, values), t(`${which}.body`, values), t(`${which}.safety`, values)],
      button: { label: t(`${which}.button`), url: link.url },
      signature: call.ctx.school.name,
    }),
  })
}

/** The address as a picture for a screen or a poster, as an address that an <img> shows. */
export async function qrOf(url: string): Promise<string> {
  const svg = await QRCode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

/** SHA-256 (hex) of a consent's words in the form in which they are shown. */
export const consentHash = (title: string, body: string): string =>
  createHash('sha256').update(canonicalText(title, body)).digest('hex')

export const isConsentCode = (code: string): code is ConsentCode => consentCodes.some((known) => known === code)

/** Sees to it that each of these consents has a text that a guardian can read: the school's own, or else ours as its first version. */
export async function ensureConsentTexts({ db, ctx }: CommandCall, codes: readonly string[]): Promise<void> {
  const wanted = codes.filter(isConsentCode)
  if (wanted.length === 0) return
  const there = await db.consentText.findMany({
    where: { code: { in: [...wanted] } },
    distinct: ['code'],
    select: { code: true },
  })
  const missing = wanted.filter((code) => !there.some((text) => text.code === code))
  if (missing.length === 0) return
  const t = await translator('es', 'families')
  await db.consentText.createMany({
    data: missing.map((code) => {
      const title = t(`consentText.${code}.title`)
      const body = t(`consentText.${code}.body`, { school: ctx.school.name })
      return { schoolId: ctx.schoolId, code, version: 1, title, body, sha256: consentHash(title, body) }
    }),
    // Two first enrollments at once: the other one has written it.
    skipDuplicates: true,
  })
}
