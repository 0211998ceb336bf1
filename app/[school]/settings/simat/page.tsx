import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { readSchool } from '@/lib/domain/schools/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { SettingsHeader } from '../_components/settings-header'
import { SimatForm } from './_components/simat-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('schools'))('simat.title') }
}

export default async function SimatPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  if (!can(ctx.permissions, 'config:institution')) notFound()
  const [{ settings }, t] = await Promise.all([orNotFound(readSchool.run(ctx, {})), getTranslations('schools')])
  return (
    <ClientMessages namespaces={['schools', 'identity']}>
      <SettingsHeader ctx={ctx} title={t('simat.title')} state={t('simat.text')} />
      <div className="max-w-3xl">
        <SimatForm key={settings.version} slug={ctx.school.slug} settings={settings} />
      </div>
    </ClientMessages>
  )
}
