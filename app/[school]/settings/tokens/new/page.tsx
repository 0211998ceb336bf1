import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Card } from '@/components/ui/card'
import { tokenHolders } from '@/lib/domain/tokens/policy'
import { maxTokenDays } from '@/lib/domain/tokens/rules'
import { tokenScopes } from '@/lib/domain/tokens/schema'
import { pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { addDays, today } from '@/lib/shared/dates'
import { SettingsHeader } from '../../_components/settings-header'
import { TokenForm } from './token-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tokens'))('new') }
}

export default async function NewTokenPage({ params }: { params: Promise<{ school: string }> }) {
  const [ctx, t] = await Promise.all([pageContext(params), getTranslations('tokens')])
  const isMember = ctx.actor.kind === 'user' && ctx.actor.membershipId !== null
  if (!isMember || !tokenHolders.some((permission) => can(ctx.permissions, permission))) notFound()
  const { slug, id } = ctx.school
  return (
    <ClientMessages namespaces={['tokens']}>
      <SettingsHeader ctx={ctx} title={t('new')} under={[{ label: t('title'), href: `/${slug}/settings/tokens` }]} />
      <div className="max-w-3xl">
        <Card>
          <TokenForm
            slug={slug}
            schoolId={id}
            scopes={tokenScopes.filter((scope) => can(ctx.permissions, scope))}
            today={today()}
            latest={addDays(today(), maxTokenDays)}
          />
        </Card>
      </div>
    </ClientMessages>
  )
}
