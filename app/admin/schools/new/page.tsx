import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { listCopySources } from '@/lib/domain/schools/opening/queries'
import { env } from '@/lib/platform/env'
import { orNotFound, platformPageContext } from '@/lib/platform/page'
import { OpenSchoolForm } from './open-school-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('open') }
}

export default async function OpenSchoolPage() {
  const ctx = await platformPageContext()
  const [{ items }, t] = await Promise.all([orNotFound(listCopySources.run(ctx, {})), getTranslations('admin')])
  return (
    <ClientMessages namespaces={['admin', 'schools']}>
      <PageHeader title={t('open')} state={t('openText')} crumbs={[{ label: t('schools'), href: '/admin' }]} />
      <div className="max-w-3xl">
        <OpenSchoolForm origin={new URL(env().APP_URL).host} sources={items} />
      </div>
    </ClientMessages>
  )
}
