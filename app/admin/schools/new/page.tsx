import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { Card } from '@/components/ui/card'
import { platformPageContext } from '@/lib/platform/page'
import { OpenSchoolForm } from './open-school-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('open') }
}

export default async function OpenSchoolPage() {
  const [, t] = await Promise.all([platformPageContext(), getTranslations('admin')])
  return (
    <ClientMessages namespaces={['admin', 'schools']}>
      <PageHeader title={t('open')} state={t('openText')} crumbs={[{ label: t('schools'), href: '/admin' }]} />
      <div className="max-w-3xl">
        <Card>
          <OpenSchoolForm />
        </Card>
      </div>
    </ClientMessages>
  )
}
