import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { PageHeader } from '@/components/layout/page-header'
import { ActivityMenu } from '@/components/students/activity-menu'
import { placeOf } from '@/components/students/place'
import { Avatar } from '@/components/ui/avatar'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import { getStudent } from '@/lib/domain/students/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { showDocument } from '@/lib/shared/documents-id'
import { naturalName, shortName } from '@/lib/shared/names'
import { setStudentActiveAction } from '../actions'
import { StateBadge } from './_tabs/state-badge'
import { tabContents, tabHref, tabsFor } from './_tabs/tabs'

type Page = PageProps<'/[school]/students/[studentId]'>

/** The title and the page read the same student once; one that was merged into another leads there. */
const studentOf = cache((ctx: SchoolContext, studentId: string) =>
  orNotFound(getStudent.run(ctx, { studentId }), (id) => `/${ctx.school.slug}/students/${id}`),
)

export async function generateMetadata({ params }: Page): Promise<Metadata> {
  const [ctx, { studentId }] = await Promise.all([pageContext(params), params])
  return { title: shortName(await studentOf(ctx, studentId)) }
}

export default async function StudentPage({ params, searchParams }: Page) {
  const [ctx, { studentId }, { tab: wanted, cursor }] = await Promise.all([pageContext(params), params, searchParams])
  const tabs = tabsFor(ctx)
  const tab = tabs.find((name) => name === wanted) ?? 'data'
  const path = `/${ctx.school.slug}/students/${studentId}`
  const writes = can(ctx.permissions, 'write:enrollment')
  const coming = studentOf(ctx, studentId)
  // The record itself knows where it has gone; what is read beside it only says that it is not there.
  const [student, content, t, grades, merges] = await Promise.all([
    coming,
    tabContents[tab]({
      ctx,
      studentId,
      path,
      student: coming,
      cursor: typeof cursor === 'string' ? cursor : undefined,
      writes,
    }),
    getTranslations('students'),
    getTranslations('grades'),
    getTranslations('merges'),
  ]).catch((error: unknown) => coming.then(() => Promise.reject(error)))
  const { enrollment } = student
  const name = naturalName(student)
  const place = enrollment && placeOf(enrollment.gradeLevel, enrollment.groupCode, grades)
  return (
    <>
      <PageHeader
        title={student.fullName}
        figure={<Avatar name={`${student.firstName} ${student.firstSurname}`} size="lg" />}
        state={[
          showDocument(student.documentType, student.documentNumber),
          place,
          enrollment && t('profile.year', { year: enrollment.yearName }),
        ]
          .filter(Boolean)
          .join(' · ')}
        badge={<StateBadge student={student} />}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('list.title'), href: `/${ctx.school.slug}/students` },
        ]}
        action={
          <>
            {writes && student.isActive && !enrollment && (
              <LinkButton href={`/${ctx.school.slug}/enrollments/new?studentId=${studentId}`} variant="primary">
                {t('profile.enroll')}
              </LinkButton>
            )}
            {writes && enrollment && (
              <LinkButton href={`/${ctx.school.slug}/papers/new?studentId=${studentId}`}>
                {t('profile.certificate')}
              </LinkButton>
            )}
            {writes && <LinkButton href={`${path}/edit`}>{t('profile.edit')}</LinkButton>}
            <ActivityMenu
              isActive={student.isActive}
              version={student.version}
              school={ctx.school.slug}
              record={{ studentId }}
              action={writes ? setStudentActiveAction : undefined}
              merge={
                writes
                  ? {
                      href: `/${ctx.school.slug}/merges?entity=student&record=${studentId}`,
                      label: merges('link'),
                    }
                  : undefined
              }
              texts={{
                deactivate: t('profile.deactivate'),
                reactivate: t('profile.reactivate'),
                deactivated: t('profile.deactivated', { name }),
                reactivated: t('profile.reactivated', { name }),
                undo: t('profile.undo'),
                print: t('list.print'),
              }}
            />
          </>
        }
      />
      {!student.isActive && (
        <Callout tone="warning" className="mb-4">
          {t('profile.inactiveText')}
        </Callout>
      )}
      <Tabs
        label={t('profile.tabs')}
        current={tabHref(path, tab)}
        tabs={tabs.map((name) => ({ href: tabHref(path, name), label: t(`profile.${name}`) }))}
      />
      <div className="pt-4">{content}</div>
    </>
  )
}
