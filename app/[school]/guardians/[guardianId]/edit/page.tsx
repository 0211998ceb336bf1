import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { GuardianForm } from '@/components/guardians/guardian-form'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { getGuardian } from '@/lib/domain/guardians/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { identityDocumentTypes } from '@/lib/shared/documents-id'
import { updateGuardianAction } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guardians'))('page.editTitle') }
}

export default async function EditGuardianPage({ params }: PageProps<'/[school]/guardians/[guardianId]/edit'>) {
  const [ctx, { guardianId }] = await Promise.all([pageContext(params), params])
  if (!can(ctx.permissions, 'write:enrollment')) notFound()
  const [guardian, t, identity] = await Promise.all([
    orNotFound(getGuardian.run(ctx, { guardianId })),
    getTranslations('guardians'),
    getTranslations('identity'),
  ])
  const path = `/${ctx.school.slug}/guardians/${guardianId}`
  return (
    <>
      <PageHeader
        title={t('page.editTitle')}
        state={guardian.fullName}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: guardian.fullName, href: path },
        ]}
      />
      <ClientMessages namespaces={['guardians']}>
        <GuardianForm
          school={ctx.school.slug}
          guardian={guardian}
          documentTypes={identityDocumentTypes.map((value) => ({ value, label: identity(`documentType.${value}`) }))}
          action={updateGuardianAction}
          cancelHref={path}
        />
      </ClientMessages>
    </>
  )
}
