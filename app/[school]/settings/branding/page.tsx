import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Section } from '@/components/ui/card'
import { readBranding } from '@/lib/domain/schools/branding/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../_components/settings-header'
import { ColorForm } from './_components/color-form'
import { LogoPanel } from './_components/logo-panel'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('branding.title') }
}

export default async function BrandingPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  const [branding, t] = await Promise.all([orNotFound(readBranding.run(ctx, {})), getTranslations('settings')])
  const { slug, name } = ctx.school
  return (
    <ClientMessages namespaces={['settings']}>
      <SettingsHeader ctx={ctx} title={t('branding.title')} state={t('branding.text')} />
      <div className="grid max-w-3xl gap-8">
        <Section title={t('branding.color')}>
          <ColorForm key={branding.version} slug={slug} name={name} branding={branding} />
        </Section>
        <Section title={t('branding.logo')} intro={t('branding.logoText')}>
          <LogoPanel slug={slug} name={name} branding={branding} />
        </Section>
      </div>
    </ClientMessages>
  )
}
