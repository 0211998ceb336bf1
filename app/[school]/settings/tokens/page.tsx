import { KeyRound } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { listTokens } from '@/lib/domain/tokens/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { dayOf, showDay } from '@/lib/shared/dates'
import { SettingsHeader } from '../_components/settings-header'
import { TokenList } from './_components/token-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tokens'))('title') }
}

export default async function TokensPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  const [{ items }, t, format] = await Promise.all([
    orNotFound(listTokens.run(ctx, {})),
    getTranslations('tokens'),
    getFormatter(),
  ])
  const path = `/${ctx.school.slug}/settings/tokens`
  const isMember = ctx.actor.kind === 'user' && ctx.actor.membershipId !== null
  const create = isMember && (
    <LinkButton href={`${path}/new`} variant="primary">
      {t('new')}
    </LinkButton>
  )
  return (
    <ClientMessages namespaces={['tokens']}>
      <SettingsHeader ctx={ctx} title={t('title')} state={t('text')} action={items.length > 0 && create} />
      {items.length === 0 ? (
        <EmptyState icon={<KeyRound aria-hidden="true" />} title={t('emptyTitle')} action={create}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <TokenList
          slug={ctx.school.slug}
          tokens={items.map((token) => ({
            id: token.id,
            name: token.name,
            state: token.state,
            hint: token.hint,
            owner: token.own ? t('yours') : token.owner,
            scopes: token.scopes.map((scope) => t(`scope.${scope}`)).join(', '),
            // The last day that it works, not the midnight after it.
            until: showDay(dayOf(new Date(new Date(token.expiresAt).getTime() - 1))),
            used: token.lastUsedAt ? format.relativeTime(new Date(token.lastUsedAt)) : t('neverUsed'),
          }))}
        />
      )}
    </ClientMessages>
  )
}
