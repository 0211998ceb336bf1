import type { z } from 'zod'
import { createFamilyLink, type FamilyMember, untilDay } from '@/lib/domain/families/steps'
import { composeMail } from '@/lib/platform/mail'
import type { CommandCall } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { whatsappUrl } from '@/lib/shared/phone'
import { documentName, requirementNames } from '../queries'
import type { familyNotice, RejectionCode } from '../schema'

type Rejected = {
  documentType: string
  metadata: unknown
  enrollment: { student: { id: string; firstName: string } }
}

/** The child's primary guardian, else the one who is called first. */
async function firstGuardian({ db }: CommandCall, studentId: string) {
  const link = await db.studentGuardian.findFirst({
    where: { studentId, guardian: { isActive: true } },
    orderBy: [{ isPrimary: 'desc' }, { priority: 'asc' }],
    select: { guardian: { select: { id: true, firstName: true, fullName: true, email: true, phone: true } } },
  })
  return link?.guardian ?? null
}

/** The canned sentence and the reviewer's own words, as the family reads them. */
async function reasonSentence(code: RejectionCode, note: string | null): Promise<string> {
  const t = await translator('es', 'documents')
  if (code === 'other') return note ?? ''
  return note ? `${t(`rejection.${code}`)} ${note}` : t(`rejection.${code}`)
}

/** Writes to the family why a document came back and where to send it again; without an address, the text to pass on. */
export async function tellFamily(
  call: CommandCall,
  document: Rejected,
  rejection: { code: RejectionCode; note: string | null },
): Promise<z.input<typeof familyNotice>> {
  const { student } = document.enrollment
  const guardian: Omit<FamilyMember, 'children'> | null = await firstGuardian(call, student.id)
  if (!guardian) return { kind: 'nobody' }
  const link = await createFamilyLink(call, {
    guardianId: guardian.id,
    channel: guardian.email ? 'email' : 'whatsapp',
  })
  const [t, names, reason] = await Promise.all([
    translator('es', 'mails'),
    requirementNames(call.db),
    reasonSentence(rejection.code, rejection.note),
  ])
  const values = {
    guardian: guardian.firstName,
    school: call.ctx.school.name,
    document: documentName(names, document).name,
    child: student.firstName,
    reason,
    until: untilDay(link.expiresAt),
  }
  if (!guardian.email) {
    const text = t('documentRejected.whatsapp', { ...values, url: link.url })
    return { kind: 'copy', guardian: guardian.fullName, text, whatsappUrl: whatsappUrl(text, guardian.phone) }
  }
  await call.mail({
    to: guardian.email,
    template: 'document_rejected',
    studentId: student.id,
    ...composeMail({
      subject: t('documentRejected.subject', values),
      paragraphs: [
        t('documentRejected.hello', values),
        t('documentRejected.body', values),
        t('documentRejected.reason', values),
        t('documentRejected.next', values),
      ],
      button: { label: t('documentRejected.button'), url: link.url },
      signature: call.ctx.school.name,
    }),
  })
  return { kind: 'mailed', to: guardian.email, guardian: guardian.fullName }
}
