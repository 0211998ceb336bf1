import { linkExpiry, nameList } from '@/lib/domain/families/rules'
import { untilDay } from '@/lib/domain/families/steps'
import { env } from '@/lib/platform/env'
import { composeMail } from '@/lib/platform/mail'
import { translator } from '@/lib/platform/translator'
import { demoToken } from './links'
import type { PlacedStudent, SchoolRows } from './rows'
import type { DemoSchool } from './schools'

/** The mail with which the demo's known family got its link; without SMTP mails stay to be read. */
export async function demoMail(
  schoolId: string,
  school: DemoSchool,
  family: readonly PlacedStudent[],
  now: Date,
): Promise<Omit<SchoolRows['mails'][number], 'id'>> {
  const guardian = family[0]!.guardians[0]!
  const t = await translator('es', 'mails')
  const values = {
    guardian: guardian.firstName,
    children: nameList(family.map(({ firstName }) => firstName)),
    school: school.name,
    until: untilDay(linkExpiry(now, 30)),
  }
  const mail = composeMail({
    subject: t('familyLink.subject', values),
    paragraphs: [t('familyLink.hello', values), t('familyLink.body', values), t('familyLink.safety', values)],
    button: { label: t('familyLink.button'), url: `${env().APP_URL}/f#${demoToken(schoolId)}` },
    signature: school.name,
  })
  const to = guardian.email ?? `acudiente@${school.slug}.example.com`
  return { schoolId, to, template: 'family_link', status: 'kept', createdAt: now, ...mail }
}
