import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { StudentForm } from '@/components/students/student-form'
import { mayReadHealth } from '@/lib/domain/students/policy'
import { pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { studentOptions } from '../_components/form-options'
import { createStudentAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('students'))('form.newTitle') }
}

export default async function NewStudentPage({ params }: PageProps<'/[school]/students/new'>) {
  const [ctx, t, options] = await Promise.all([pageContext(params), getTranslations('students'), studentOptions()])
  if (!can(ctx.permissions, 'write:enrollment')) notFound()
  const path = `/${ctx.school.slug}/students`
  return (
    <>
      <PageHeader
        title={t('form.newTitle')}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('list.title'), href: path },
        ]}
      />
      <ClientMessages namespaces={['students', 'identity']}>
        <StudentForm
          school={ctx.school.slug}
          options={options}
          health={mayReadHealth(ctx)}
          action={createStudentAction}
          cancelHref={path}
        />
      </ClientMessages>
    </>
  )
}
