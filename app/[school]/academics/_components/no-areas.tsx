import { Library } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/layout/empty-state'

/** For those who cannot make them. */
export function NoAreas() {
  const t = useTranslations('academics')
  return (
    <EmptyState icon={<Library aria-hidden="true" />} title={t('areas.emptyTitle')}>
      {t('areas.emptyStaff')}
    </EmptyState>
  )
}
