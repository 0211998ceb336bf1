import { UserRound } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DocumentList } from '@/components/documents/document-list'
import { EnrollmentHistory } from '@/components/enrollments/history'
import { MoveButtons } from '@/components/enrollments/move-buttons'
import { statusTone } from '@/components/enrollments/status-tone'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { Avatar } from '@/components/ui/avatar'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { listDocuments } from '@/lib/domain/enrollments/documents/queries'
import { readEnrollment } from '@/lib/domain/enrollments/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { isGradeLevel } from '@/lib/shared/grades'
import { historyMenu } from '../../_shell/history-menu'
import { confirmFileAction, createLinkAction, offerFileAction } from '../../review/actions'
import { changeEnrollmentStatusAction, updateEnrollmentAction } from '../actions'
import { Commitment } from './_parts/commitment'
import { EditEnrollment } from './_parts/edit'
import { Facts } from './_parts/facts'
import { Guardians } from './_parts/guardians'
import { JustOpened } from './_parts/just-opened'

type Route = PageProps<'/[school]/enrollments/[enrollmentId]'>

/** One read for the title and the page. */
const load = cache(async (params: Route['params']) => {
  const [ctx, { enrollmentId }] = await Promise.all([pageContext(params), params])
  const [enrollment, papers] = await Promise.all([
    orNotFound(readEnrollment.run(ctx, { enrollmentId })),
    orNotFound(listDocuments.run(ctx, { enrollmentId })),
  ])
  return { ctx, enrollment, papers: papers.items }
})

export async function generateMetadata({ params }: Route): Promise<Metadata> {
  return { title: (await load(params)).enrollment.student.fullName }
}

export default async function EnrollmentPage({ params, searchParams }: Route) {
  const [{ ctx, enrollment, papers }, { opened }, t, grades] = await Promise.all([
    load(params),
    searchParams,
    getTranslations('enrollments'),
    getTranslations('grades.short'),
  ])
  const { slug, name } = ctx.school
  const { student, guardians, choices, status, gradeLevel, groupCode } = enrollment
  const home = `/${slug}`
  const now = new Date()
  const course = [isGradeLevel(gradeLevel) ? grades(gradeLevel) : gradeLevel, groupCode].filter(Boolean).join(' ')
  const writes = can(ctx.permissions, 'write:enrollment')
  const busy = writes && status !== 'graduated' && status !== 'withdrawn'
  const accepted = papers.filter((document) => document.status === 'validated').length
  return (
    <ClientMessages namespaces={['enrollments', 'grades', 'documents', 'families']}>
      <PageHeader
        title={student.fullName}
        figure={<Avatar name={student.fullName} />}
        badge={<StatusBadge tone={statusTone[status]}>{t(`status.${status}`)}</StatusBadge>}
        state={t('detail.state', { grade: course, kind: t(`kind.${enrollment.kind}`), year: enrollment.yearName })}
        menu={await historyMenu(ctx, 'enrollment', enrollment.id)}
        crumbs={[
          { label: name, href: home },
          { label: t('page.title'), href: `${home}/enrollments` },
        ]}
        action={
          <LinkButton href={`${home}/students/${student.id}`} icon={<UserRound aria-hidden="true" />}>
            {t('detail.profile')}
          </LinkButton>
        }
      />
      <div className="grid gap-4">
        {opened !== undefined && (
          <JustOpened
            school={slug}
            name={student.firstName}
            guardian={guardians[0]}
            {...(busy ? { send: createLinkAction } : {})}
          />
        )}
        <Commitment dueOn={enrollment.commitmentDueOn} missing={enrollment.missingCount} />
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="max-lg:contents lg:grid lg:gap-6">
            <div className="max-lg:order-2">
              <Section
                title={t('detail.documents')}
                intro={papers.length > 0 && t('detail.documentsCount', { done: accepted, total: papers.length })}
              >
                <DocumentList
                  school={slug}
                  items={papers}
                  now={now}
                  {...(busy ? { actions: { offer: offerFileAction, confirm: confirmFileAction } } : {})}
                />
              </Section>
            </div>
            <div className="max-lg:order-5">
              <Section title={t('detail.history')}>
                <EnrollmentHistory history={enrollment.history} now={now} />
              </Section>
            </div>
          </div>
          <div className="max-lg:contents lg:grid lg:gap-6">
            <div className="max-lg:order-1">
              <Section title={t('detail.nextSteps')}>
                {choices.length > 0 ? (
                  <MoveButtons
                    school={slug}
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
            </div>
            <div className="max-lg:order-3">
              <Section title={t('detail.guardians')}>
                <Guardians
                  school={slug}
                  guardians={guardians}
                  now={now}
                  {...(busy ? { send: createLinkAction } : {})}
                />
              </Section>
            </div>
            <div className="max-lg:order-4">
              <Section
                title={t('detail.data')}
                actions={
                  writes && <EditEnrollment school={slug} action={updateEnrollmentAction} enrollment={enrollment} />
                }
              >
                <Facts enrollment={enrollment} />
              </Section>
            </div>
          </div>
        </div>
      </div>
    </ClientMessages>
  )
}
