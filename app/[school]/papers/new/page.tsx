import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { placeOf } from '@/components/students/place'
import { LinkButton } from '@/components/ui/link-button'
import { readCertificateForm } from '@/lib/domain/papers/certificates/queries'
import { readPaperDetail } from '@/lib/domain/papers/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { isUuid } from '@/lib/shared/ids'
import { CertificateForm } from '../_components/certificate-form'
import { StudentPicker } from '../_components/student-picker'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('papers'))('page.new') }
}

const idIn = (value: string | string[] | undefined) => (isUuid(value) ? value : null)

/** A certificate for a student, or one in the place of another; without a student, the way to one. */
export default async function NewPaperPage({ params, searchParams }: PageProps<'/[school]/papers/new'>) {
  const [ctx, sent] = await Promise.all([pageContext(params), searchParams])
  if (!can(ctx.permissions, 'write:enrollment')) notFound()
  const [replaces, asked] = [idIn(sent.replaces), idIn(sent.studentId)]
  const [t, grades, enrollments] = await Promise.all([
    getTranslations('papers'),
    getTranslations('grades'),
    getTranslations('enrollments'),
  ])
  const home = `/${ctx.school.slug}`
  const crumbs = [
    { label: ctx.school.name, href: home },
    { label: t('title'), href: `${home}/papers` },
  ]
  const earlier = replaces ? await orNotFound(readPaperDetail.run(ctx, { paperId: replaces })) : null
  const studentId = earlier?.studentId ?? asked
  if (!studentId)
    return (
      <>
        <PageHeader title={t('page.new')} crumbs={crumbs} />
        <ClientMessages namespaces={['papers']}>
          <StudentPicker school={ctx.school.slug} />
        </ClientMessages>
      </>
    )
  const { student, enrollments: own, signers } = await orNotFound(readCertificateForm.run(ctx, { studentId }))
  const title = earlier ? t('page.replaceTitle', { number: earlier.number }) : t('page.new')
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} state={`${student.name} · ${student.document}`} />
      {own.length === 0 ? (
        <EmptyState
          title={t('page.notEnrolled')}
          action={<LinkButton href={`${home}/students/${student.id}`}>{t('page.toStudent')}</LinkButton>}
        >
          {t('page.notEnrolledText')}
        </EmptyState>
      ) : (
        <ClientMessages namespaces={['papers']}>
          <CertificateForm
            school={ctx.school.slug}
            cancelHref={earlier ? `${home}/papers/${earlier.id}` : `${home}/students/${student.id}`}
            enrollments={own.map((enrollment) => ({
              value: enrollment.id,
              label: [
                enrollment.year,
                placeOf(enrollment.gradeLevel, enrollment.groupCode, grades),
                enrollments(`status.${enrollment.status as 'active'}`),
              ].join(' · '),
              marked: enrollment.periods.length > 0,
            }))}
            signers={signers.map(({ membershipId, name, role, kinds }) => ({
              value: membershipId,
              kinds,
              label: `${name} · ${t(`role.${role}`)}`,
            }))}
            earlier={
              earlier && {
                paperId: earlier.id,
                version: earlier.version,
                kind: earlier.kind as 'enrollment_certificate',
                enrollmentId: earlier.enrollmentId ?? '',
                addressee: earlier.addressee ?? '',
              }
            }
          />
        </ClientMessages>
      )}
    </>
  )
}
