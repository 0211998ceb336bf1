import { FileCheck2 } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { EnrollmentHistory } from '@/components/enrollments/history'
import { MoveButtons } from '@/components/enrollments/move-buttons'
import { statusTone } from '@/components/enrollments/status-tone'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { Avatar } from '@/components/ui/avatar'
import { StatusBadge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { readEnrollment } from '@/lib/domain/enrollments/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { isGradeLevel } from '@/lib/shared/grades'
import { changeEnrollmentStatusAction, updateEnrollmentAction } from '../actions'
import { Commitment } from './_parts/commitment'
import { Documents } from './_parts/documents'
import { EditEnrollment } from './_parts/edit'
import { Facts } from './_parts/facts'
import { Guardians } from './_parts/guardians'

type Route = PageProps<'/[school]/enrollments/[enrollmentId]'>

/** One read for the title and the page. */
const load = cache(async (params: Route['params']) => {
  const [ctx, { enrollmentId }] = await Promise.all([pageContext(params), params])
  return { ctx, enrollment: await orNotFound(readEnrollment.run(ctx, { enrollmentId })) }
})

export async function generateMetadata({ params }: Route): Promise<Metadata> {
  return { title: (await load(params)).enrollment.student.fullName }
}

export default async function EnrollmentPage({ params, searchParams }: Route) {
  const [{ ctx, enrollment }, { opened }, t, grades] = await Promise.all([
    load(params),
    searchParams,
    getTranslations('enrollments'),
    getTranslations('grades.short'),
  ])
  const { school } = ctx
  const { student, documents, guardians, history, choices, status, gradeLevel, groupCode } = enrollment
  const home = `/${school.slug}`
  const now = new Date()
  const course = [isGradeLevel(gradeLevel) ? grades(gradeLevel) : gradeLevel, groupCode].filter(Boolean).join(' ')
  const writes = can(ctx.permissions, 'write:enrollment')
  const accepted = documents.filter((document) => document.status === 'validated').length
  return (
    <>
      <PageHeader
        title={student.fullName}
        figure={<Avatar name={student.fullName} />}
        badge={<StatusBadge tone={statusTone[status]}>{t(`status.${status}`)}</StatusBadge>}
        state={t('detail.state', { grade: course, kind: t(`kind.${enrollment.kind}`), year: enrollment.yearName })}
        crumbs={[
          { label: school.name, href: home },
          { label: t('page.title'), href: `${home}/enrollments` },
        ]}
        action={
          enrollment.reviewCount > 0 && writes ? (
            <LinkButton href={`${home}/review`} icon={<FileCheck2 aria-hidden="true" />}>
              {t('detail.review')}
            </LinkButton>
          ) : undefined
        }
        menu={[{ label: t('detail.profile'), href: `${home}/students/${student.id}` }]}
      />
      <div className="grid gap-4">
        {opened !== undefined && (
          <Callout tone="ok" title={t('detail.openedTitle', { name: student.firstName })}>
            {t('detail.openedText')}
          </Callout>
        )}
        <Commitment dueOn={enrollment.commitmentDueOn} missing={enrollment.missingCount} />
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="grid gap-6">
            <Section
              title={t('detail.documents')}
              intro={
                documents.length > 0
                  ? t('detail.documentsCount', { done: accepted, total: documents.length })
                  : t('detail.noDocuments')
              }
            >
              <Documents documents={documents} now={now} />
            </Section>
            <Section title={t('detail.history')}>
              <EnrollmentHistory history={history} now={now} />
            </Section>
          </div>
          <div className="grid gap-6">
            <ClientMessages namespaces={['enrollments', 'grades']}>
              <Section title={t('detail.nextSteps')}>
                {choices.length > 0 ? (
                  <MoveButtons
                    school={school.slug}
                    action={changeEnrollmentStatusAction}
                    choices={choices}
                    enrollment={{
                      id: enrollment.id,
                      version: enrollment.version,
                      status,
                      missingCount: enrollment.missingCount,
                      firstName: student.firstName,
                      guardians: guardians.map(({ id, fullName }) => ({ id, fullName })),
                    }}
                  />
                ) : (
                  <p className="text-muted">{writes ? t('detail.noSteps') : t('detail.readOnly')}</p>
                )}
              </Section>
              <Section title={t('detail.guardians')}>
                <Guardians school={school.slug} guardians={guardians} now={now} />
              </Section>
              <Section
                title={t('detail.data')}
                actions={
                  writes && (
                    <EditEnrollment school={school.slug} action={updateEnrollmentAction} enrollment={enrollment} />
                  )
                }
              >
                <Facts enrollment={enrollment} />
              </Section>
            </ClientMessages>
          </div>
        </div>
      </div>
    </>
  )
}
