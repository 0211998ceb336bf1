import { AppError } from '@/lib/platform/errors'
import { composeMail } from '@/lib/platform/mail'
import { command } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { nameList } from '../../families/rules'
import { createFamilyLink, untilDay } from '../../families/steps'
import { issueCards } from '../policy'
import { tellGuardianInput, toldGuardian } from './schema'

const linkDays = 30

/**
 * Mails one guardian that the report cards are there, with a link of its own.
 * @throws AppError not_found; not_allowed_now without an address, or without a published card
 */
export const tellGuardian = command({
  name: 'reportCards.tellGuardian',
  permission: issueCards,
  input: tellGuardianInput,
  output: toldGuardian,
  run: async (call) => {
    const { guardianId, year, period } = call.input
    const guardian = await call.db.guardian.findFirst({
      where: { id: guardianId, isActive: true },
      select: {
        firstName: true,
        email: true,
        students: {
          where: {
            student: { isActive: true, enrollments: { some: { reportCards: { some: { status: 'published' } } } } },
          },
          orderBy: { createdAt: 'asc' },
          select: { student: { select: { firstName: true } } },
        },
      },
    })
    if (!guardian) throw new AppError('not_found')
    if (guardian.students.length === 0)
      throw new AppError('not_allowed_now', { reason: 'reportCards.refusal.nothingToPublish' })
    if (!guardian.email) throw new AppError('not_allowed_now', { reason: 'families.refusal.noEmail' })
    const link = await createFamilyLink(call, { guardianId, channel: 'email', days: linkDays })
    const t = await translator('es', 'reportCards')
    const values = {
      guardian: guardian.firstName,
      children: nameList(guardian.students.map(({ student }) => student.firstName)),
      school: call.ctx.school.name,
      until: untilDay(link.expiresAt),
      year,
      period: period ?? t('mail.final'),
    }
    await call.mail({
      to: guardian.email,
      template: 'report_cards',
      ...composeMail({
        subject: t('mail.subject', values),
        paragraphs: [t('mail.hello', values), t('mail.body', values), t('mail.safety', values)],
        button: { label: t('mail.button'), url: link.url },
        signature: call.ctx.school.name,
      }),
    })
    call.audit({
      action: 'report_card.tell',
      entity: 'guardian',
      entityId: guardianId,
      after: { period: values.period },
    })
    return { to: guardian.email }
  },
})
