import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EnrollForm } from '@/components/enrollments/form/enroll-form'
import type { FormOptions } from '@/components/enrollments/form/form-options'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { readChildToEnroll, readEnrollmentForm } from '@/lib/domain/enrollments/form/queries'
import { relationships } from '@/lib/domain/guardians/schema'
import { genders } from '@/lib/domain/students/schema'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { identityDocumentTypes } from '@/lib/shared/documents-id'
import { NoOpenYear } from '../_list/no-open-year'
import { enrollChildAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollments'))('form.title') }
}

async function formOptions(): Promise<FormOptions> {
  const [identity, kin] = await Promise.all([getTranslations('identity'), getTranslations('guardians.relationship')])
  return {
    documentTypes: identityDocumentTypes.map((code) => ({ value: code, label: identity(`documentType.${code}`) })),
    genders: genders.map((code) => ({ value: code, label: identity(`gender.${code}`) })),
    relationships: relationships.map((code) => ({ value: code, label: kin(code) })),
  }
}

export default async function NewEnrollmentPage({ params, searchParams }: PageProps<'/[school]/enrollments/new'>) {
  const [ctx, { studentId }] = await Promise.all([pageContext(params), searchParams])
  const [t, options, facts, child] = await Promise.all([
    getTranslations('enrollments'),
    formOptions(),
    orNotFound(readEnrollmentForm.run(ctx, {})),
    typeof studentId === 'string' ? orNotFound(readChildToEnroll.run(ctx, { studentId })) : null,
  ])
  const home = `/${ctx.school.slug}`
  const configures = can(ctx.permissions, 'config:institution')
  return (
    <>
      <PageHeader
        title={t('form.title')}
        state={t('form.intro')}
        crumbs={[
          { label: ctx.school.name, href: home },
          { label: t('page.title'), href: `${home}/enrollments` },
        ]}
      />
      {facts.years.length === 0 ? (
        <NoOpenYear ctx={ctx} />
      ) : (
        <ClientMessages namespaces={['enrollments', 'grades', 'identity', 'students']}>
          <EnrollForm
            school={ctx.school.slug}
            facts={facts}
            options={options}
            child={child}
            action={enrollChildAction}
            requirementsHref={configures ? `${home}/settings/requirements` : null}
          />
        </ClientMessages>
      )}
    </>
  )
}
