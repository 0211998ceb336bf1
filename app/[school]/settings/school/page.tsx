import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Section } from '@/components/ui/card'
import { readSchool } from '@/lib/domain/schools/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { SettingsHeader } from '../_components/settings-header'
import { IdentityForm } from './_components/identity-form'
import { SettingsForm } from './_components/settings-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('school.title') }
}

export default async function SchoolSettingsPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  if (!can(ctx.permissions, 'config:institution')) notFound()
  const [school, t] = await Promise.all([orNotFound(readSchool.run(ctx, {})), getTranslations('settings')])
  return (
    <ClientMessages namespaces={['schools']}>
      <SettingsHeader ctx={ctx} title={t('school.title')} state={t('school.address', { slug: school.slug })} />
      <div className="grid max-w-3xl gap-8">
        <Section title={t('school.identity')}>
          <IdentityForm key={school.version} slug={school.slug} school={school} />
        </Section>
        <Section title={t('school.contactAndPei')} intro={t('school.contactText')}>
          <SettingsForm key={school.settings.version} slug={school.slug} settings={school.settings} />
        </Section>
      </div>
    </ClientMessages>
  )
}
