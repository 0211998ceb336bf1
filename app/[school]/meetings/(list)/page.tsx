import { Presentation } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { leadMeetings } from '@/lib/domain/meetings/policy'
import { listMeetings } from '@/lib/domain/meetings/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { meetingWords, statusTone } from '../_components/words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('title') }
}

export default async function MeetingsPage({ params }: PageProps<'/[school]/meetings'>) {
  const ctx = await pageContext(params)
  const [{ year, items }, { t, nameOf }] = await Promise.all([orNotFound(listMeetings.run(ctx, {})), meetingWords()])
  const path = `/${ctx.school.slug}/meetings`
  const action = year && can(ctx.permissions, leadMeetings) && (
    <LinkButton href={`${path}/new`} variant="primary">
      {t('new')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        state={year ? t('state', { year: year.name, count: items.length }) : t('noYear')}
        crumbs={[{ label: ctx.school.name, href: `/${ctx.school.slug}` }]}
        action={items.length > 0 && action}
        file={items.length > 0 ? `${path}/export` : undefined}
      />
      {items.length === 0 ? (
        <EmptyState
          icon={<Presentation aria-hidden="true" />}
          title={t(year ? 'emptyTitle' : 'noYearTitle')}
          action={action}
        >
          {t(year ? 'emptyText' : 'noYearText')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('label')}
          columns={[
            { key: 'name', header: t('what') },
            { key: 'heldOn', header: t('when'), kind: 'date' },
            { key: 'status', header: t('statusLabel'), kind: 'badge' },
            { key: 'members', header: t('membersCount'), kind: 'number', phone: 'hide' },
            { key: 'decisions', header: t('decisionsCount'), kind: 'number' },
          ]}
          rows={items.map((meeting) => ({
            id: meeting.id,
            href: `${path}/${meeting.id}`,
            cells: {
              name: nameOf(meeting),
              heldOn: meeting.heldOn,
              status: { tone: statusTone[meeting.status], text: t(`status.${meeting.status}`) },
              members: meeting.members,
              decisions: meeting.decisions,
            },
          }))}
        />
      )}
    </>
  )
}
