import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { readSecurity } from '@/lib/domain/schools/security/queries'
import { listVisits } from '@/lib/domain/schools/support/own/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../_components/settings-header'
import { SecurityForm } from './_components/security-form'
import { Visits } from './_components/visits'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security'))('rules.title') }
}

export default async function SecurityPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  const [{ people, withSecondFactor, stillMissing, ...settings }, { items: visits }, t] = await Promise.all([
    orNotFound(readSecurity.run(ctx, {})),
    orNotFound(listVisits.run(ctx, {})),
    getTranslations('security.rules'),
  ])
  return (
    <ClientMessages namespaces={['security', 'people', 'support']}>
      <SettingsHeader ctx={ctx} title={t('title')} state={t('text')} />
      <div className="grid max-w-[720px] gap-8">
        {visits.some(({ runs }) => runs) && <Visits slug={ctx.school.slug} visits={visits} />}
        <SecurityForm
          key={settings.version}
          slug={ctx.school.slug}
          settings={settings}
          ownRoles={ctx.actor.kind === 'user' ? ctx.actor.roles : []}
          progress={t('progress', { with: withSecondFactor, people })}
          missing={t('missing', { count: stillMissing })}
        />
        {!visits.some(({ runs }) => runs) && <Visits slug={ctx.school.slug} visits={visits} />}
      </div>
    </ClientMessages>
  )
}
