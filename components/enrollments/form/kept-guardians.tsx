import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { GuardianOfChild } from '@/lib/domain/enrollments/schema'
import { showPhone } from '@/lib/shared/phone'
import { useFormOptions } from './form-options'

/** The child's guardians as the school knows them: nothing to type, their data are corrected on their own page. */
export function KeptGuardians({ school, guardians }: { school: string; guardians: readonly GuardianOfChild[] }) {
  const t = useTranslations('enrollments.form')
  const { relationships } = useFormOptions()
  return (
    <ul className="card divide-y divide-border px-3">
      {guardians.map((guardian) => {
        const relationship = relationships.find(({ value }) => value === guardian.relationship)
        return (
          <li key={guardian.id} className="flex flex-wrap items-center gap-x-2 py-2">
            <a
              href={`/${school}/guardians/${guardian.id}`}
              target="_blank"
              rel="noopener"
              title={t('editInProfile')}
              className="font-medium hover:underline"
            >
              {guardian.fullName}
            </a>
            {guardian.isPrimary && <Badge tone="accent">{t('primary')}</Badge>}
            <span className="nums w-full text-sm text-muted">
              {relationship?.label ?? guardian.relationship} ·{' '}
              {guardian.phone ? showPhone(guardian.phone) : t('noPhone')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
