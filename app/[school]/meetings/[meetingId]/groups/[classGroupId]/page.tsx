import { Users } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { leadMeetings } from '@/lib/domain/meetings/policy'
import { isOpen } from '@/lib/domain/meetings/rules'
import { readMeetingStudents } from '@/lib/domain/meetings/students/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { gradeLevels } from '@/lib/shared/grades'
import { Projector } from './_components/projector'

type Page = PageProps<'/[school]/meetings/[meetingId]/groups/[classGroupId]'>

/** The title and the page read the same students once. */
const studentsOf = cache((ctx: SchoolContext, meetingId: string, classGroupId: string) =>
  orNotFound(readMeetingStudents.run(ctx, { meetingId, classGroupId })),
)

export async function generateMetadata({ params }: Page): Promise<Metadata> {
  const [ctx, { meetingId, classGroupId }, t] = await Promise.all([
    pageContext(params),
    params,
    getTranslations('meetings'),
  ])
  return { title: t('present.title', { group: (await studentsOf(ctx, meetingId, classGroupId)).group.code }) }
}

export default async function ProjectorPage({ params }: Page) {
  const [ctx, { meetingId, classGroupId }] = await Promise.all([pageContext(params), params])
  const [data, t, grades, locale] = await Promise.all([
    studentsOf(ctx, meetingId, classGroupId),
    getTranslations('meetings'),
    getTranslations('grades'),
    getLocale(),
  ])
  const back = `/${ctx.school.slug}/meetings/${meetingId}`
  if (data.students.length === 0)
    return (
      <EmptyState
        icon={<Users aria-hidden="true" />}
        title={t('present.emptyTitle')}
        action={<LinkButton href={back}>{t('actions.back')}</LinkButton>}
      >
        {t('present.emptyText')}
      </EmptyState>
    )
  const open = isOpen(data.meeting.status)
  const leads = can(ctx.permissions, leadMeetings)
  return (
    <ClientMessages namespaces={['meetings']}>
      <Projector
        slug={ctx.school.slug}
        back={back}
        packed={JSON.stringify(data)}
        locale={locale}
        grades={Object.fromEntries(gradeLevels.map((level) => [level, grades(`label.${level}`)]))}
        decides={open && leads}
        note={open ? (leads ? null : t('present.readOnly')) : t('present.signed')}
      />
    </ClientMessages>
  )
}
