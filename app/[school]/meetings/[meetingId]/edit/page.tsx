import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { Card } from '@/components/ui/card'
import { leadMeetings } from '@/lib/domain/meetings/policy'
import { readMeeting } from '@/lib/domain/meetings/queries'
import { isOpen } from '@/lib/domain/meetings/rules'
import { AppError } from '@/lib/platform/errors'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { meetingWords } from '../../_components/words'
import { MeetingForm } from './meeting-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('form.edit') }
}

export default async function EditMeetingPage({ params }: PageProps<'/[school]/meetings/[meetingId]/edit'>) {
  const [ctx, { meetingId }] = await Promise.all([pageContext(params), params])
  const [meeting, { t, nameOf }] = await Promise.all([orNotFound(readMeeting.run(ctx, { meetingId })), meetingWords()])
  if (!can(ctx.permissions, leadMeetings) || !isOpen(meeting.status))
    await orNotFound(Promise.reject(new AppError('not_found')))
  const home = `/${ctx.school.slug}`
  const { version, heldOn, notes } = meeting
  return (
    <ClientMessages namespaces={['meetings']}>
      <PageHeader
        title={t('form.edit')}
        crumbs={[
          { label: ctx.school.name, href: home },
          { label: t('title'), href: `${home}/meetings` },
          { label: nameOf(meeting), href: `${home}/meetings/${meetingId}` },
        ]}
      />
      <div className="form-width">
        <Card>
          <MeetingForm slug={ctx.school.slug} initial={{ meetingId, version, heldOn, notes: notes ?? '' }} />
        </Card>
      </div>
    </ClientMessages>
  )
}
