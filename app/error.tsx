'use client'

import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/layout/empty-state'
import { referenceOf } from '@/components/layout/error-reference'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('ui')
  const reference = referenceOf(error)
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-lg p-(--gutter) pt-16 outline-none">
      <EmptyState
        title={t('faultTitle')}
        action={
          <>
            <Button variant="primary" onClick={retry}>
              {t('tryAgain')}
            </Button>
            <LinkButton href="/">{t('goHome')}</LinkButton>
          </>
        }
      >
        {t('faultText')}
        {reference && <span className="mt-2 block text-sm">{t('reference', { reference })}</span>}
      </EmptyState>
    </main>
  )
}
