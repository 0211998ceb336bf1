import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import { confirmExcuseFileAction, createExcuseAction, offerExcuseFileAction } from '../../actions'
import { ExcuseForm } from '../_components/excuse-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attendance'))('excuses.new') }
}

export default async function NewExcusePage({ params }: { params: Promise<{ school: string }> }) {
  const [ctx, t] = await Promise.all([pageContext(params), getTranslations('attendance')])
  if (!can(ctx.permissions, 'write:enrollment') && !can(ctx.permissions, 'write:attendance')) notFound()
  const home = `/${ctx.school.slug}/attendance`
  return (
    <>
      <PageHeader
        title={t('excuses.new')}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: home },
          { label: t('excuses.title'), href: `${home}/excuses` },
        ]}
      />
      <ClientMessages namespaces={['excuses', 'documents']}>
        <ExcuseForm
          school={ctx.school.slug}
          cancelHref={`${home}/excuses`}
          today={today()}
          create={createExcuseAction}
          upload={{ offer: offerExcuseFileAction, confirm: confirmExcuseFileAction }}
        />
      </ClientMessages>
    </>
  )
}
