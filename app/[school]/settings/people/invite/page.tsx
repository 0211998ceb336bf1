import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Card } from '@/components/ui/card'
import { pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { SettingsHeader } from '../../_components/settings-header'
import { InviteForm } from './invite-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('invite') }
}

export default async function InvitePage({ params }: { params: Promise<{ school: string }> }) {
  const [ctx, t] = await Promise.all([pageContext(params), getTranslations('people')])
  if (!can(ctx.permissions, 'manage:users')) notFound()
  const { slug } = ctx.school
  return (
    <ClientMessages namespaces={['people']}>
      <SettingsHeader
        ctx={ctx}
        title={t('invite')}
        state={t('inviteText')}
        under={[{ label: t('title'), href: `/${slug}/settings/people` }]}
      />
      <div className="max-w-3xl">
        <Card>
          <InviteForm slug={slug} />
        </Card>
      </div>
    </ClientMessages>
  )
}
