import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'

export default function NotFound() {
  const t = useTranslations('ui')
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-lg p-(--gutter) pt-16 outline-none">
      {/* A school that is not there has no metadata: without this the page would have no title at all. */}
      <title>{t('notFoundDocument')}</title>
      <EmptyState
        heading="h1"
        title={t('notFoundTitle')}
        action={
          <LinkButton href="/" variant="primary">
            {t('goHome')}
          </LinkButton>
        }
      >
        {t('notFoundText')}
      </EmptyState>
    </main>
  )
}
