import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { readSecurity } from '@/lib/domain/schools/security/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../_components/settings-header'
import { SecurityForm } from './_components/security-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security'))('rules.title') }
}

export default async function SecurityPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  const [{ people, withSecondFactor, stillMissing, ...settings }, t] = await Promise.all([
    orNotFound(readSecurity.run(ctx, {})),
    getTranslations('security.rules'),
  ])
  return (
    <ClientMessages namespaces={['security', 'people']}>
      <SettingsHeader ctx={ctx} title={t('title')} state={t('text')} />
      <div className="max-w-3xl">
        <SecurityForm
          key={settings.version}
          slug={ctx.school.slug}
          settings={settings}
          ownRoles={ctx.actor.kind === 'user' ? ctx.actor.roles : []}
          progress={t('progress', { with: withSecondFactor, people })}
          missing={t('missing', { count: stillMissing })}
        />
      </div>
    </ClientMessages>
  )
}
