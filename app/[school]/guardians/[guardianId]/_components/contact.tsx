import { useTranslations } from 'next-intl'
import { DescriptionList } from '@/components/ui/description-list'
import type { GuardianDetail } from '@/lib/domain/guardians/schema'
import { isMobile, showPhone, whatsappUrl } from '@/lib/shared/phone'

/** How to reach the guardian; every way is one click. */
export function Contact({ guardian }: { guardian: GuardianDetail }) {
  const t = useTranslations('guardians')
  const { phone, email } = guardian
  const link = 'inline-flex min-h-6 items-center text-accent-ink underline-offset-3 hover:underline'
  return (
    <DescriptionList
      items={[
        {
          term: t('field.phone'),
          value: phone && (
            <span className="nums flex flex-wrap gap-x-4">
              <a href={`tel:${phone}`} className={link}>
                {showPhone(phone)}
              </a>
              {isMobile(phone) && (
                <a href={whatsappUrl('', phone)} target="_blank" rel="noreferrer" className={link}>
                  WhatsApp
                </a>
              )}
            </span>
          ),
        },
        {
          term: t('field.email'),
          value: email && (
            <a href={`mailto:${email}`} className={`${link} break-all`}>
              {email}
            </a>
          ),
        },
        { term: t('field.address'), value: guardian.address },
        { term: t('field.occupation'), value: guardian.occupation },
        { term: t('field.workplace'), value: guardian.workplace },
      ]}
    />
  )
}
