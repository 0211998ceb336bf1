import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Card } from '@/components/ui/card'
import { proposeNextYear } from '@/lib/domain/years/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../../_components/settings-header'
import { NewYearForm } from './new-year-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('years'))('new') }
}

export default async function NewYearPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  const [proposal, t] = await Promise.all([orNotFound(proposeNextYear.run(ctx, {})), getTranslations('years')])
  const path = `/${ctx.school.slug}/settings/years`
  return (
    <ClientMessages namespaces={['years']}>
      <SettingsHeader ctx={ctx} title={t('new')} state={t('newText')} under={[{ label: t('title'), href: path }]} />
      <div className="max-w-3xl">
        <Card>
          <NewYearForm slug={ctx.school.slug} proposal={proposal} />
        </Card>
      </div>
    </ClientMessages>
  )
}
