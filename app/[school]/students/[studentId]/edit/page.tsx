import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { StudentForm } from '@/components/students/student-form'
import { mayReadHealth } from '@/lib/domain/students/policy'
import { getStudent } from '@/lib/domain/students/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { studentOptions } from '../../_components/form-options'
import { updateStudentAction } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('students'))('form.editTitle') }
}

export default async function EditStudentPage({ params }: PageProps<'/[school]/students/[studentId]/edit'>) {
  const [ctx, { studentId }] = await Promise.all([pageContext(params), params])
  if (!can(ctx.permissions, 'write:enrollment')) notFound()
  const [student, t, options] = await Promise.all([
    orNotFound(getStudent.run(ctx, { studentId })),
    getTranslations('students'),
    studentOptions(),
  ])
  const path = `/${ctx.school.slug}/students`
  return (
    <>
      <PageHeader
        title={t('form.editTitle')}
        state={student.fullName}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('list.title'), href: path },
          { label: student.fullName, href: `${path}/${studentId}` },
        ]}
      />
      <ClientMessages namespaces={['students', 'identity']}>
        <StudentForm
          school={ctx.school.slug}
          student={student}
          options={options}
          health={mayReadHealth(ctx)}
          action={updateStudentAction}
          cancelHref={`${path}/${studentId}`}
        />
      </ClientMessages>
    </>
  )
}
