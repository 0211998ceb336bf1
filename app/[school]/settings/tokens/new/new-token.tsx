'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'
import { LinkButton } from '@/components/ui/link-button'
import type { CreatedToken } from '@/lib/domain/tokens/schema'

type Props = { slug: string; schoolId: string; made: CreatedToken }

/** The only moment at which the token can be seen. */
export function NewToken({ slug, schoolId, made }: Props) {
  const t = useTranslations('tokens')
  return (
    <div className="grid gap-4">
      <Callout tone="warning" title={t('onceTitle')} live>
        {t('onceText')}
      </Callout>
      <div className="flex flex-wrap items-center gap-3">
        <code className="min-w-0 flex-1 rounded bg-surface-2 p-3 text-sm break-all" data-testid="token">
          {made.token}
        </code>
        <CopyButton value={made.token} />
      </div>
      <div className="grid gap-1 text-sm text-muted">
        <p>{t('howTo')}</p>
        <code className="rounded bg-surface-2 p-3 break-all">
          Authorization: Bearer ath_…
          <br />
          X-School-Id: {schoolId}
        </code>
      </div>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/${slug}/settings/tokens`} variant="primary">
          {t('kept')}
        </LinkButton>
        <LinkButton href="/docs" variant="ghost">
          {t('docs')}
        </LinkButton>
      </div>
    </div>
  )
}
