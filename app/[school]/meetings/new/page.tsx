import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { Card } from '@/components/ui/card'
import { leadMeetings } from '@/lib/domain/meetings/policy'
import { listMeetings } from '@/lib/domain/meetings/queries'
import { AppError } from '@/lib/platform/errors'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import { meetingWords } from '../_components/words'
import { NewMeetingForm } from './new-meeting-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('form.title') }
}

export default async function NewMeetingPage({ params }: PageProps<'/[school]/meetings/new'>) {
  const ctx = await pageContext(params)
  if (!can(ctx.permissions, leadMeetings)) await orNotFound(Promise.reject(new AppError('not_found')))
  const [{ year, periods, grades }, { t, grade }] = await Promise.all([
    orNotFound(listMeetings.run(ctx, {})),
    meetingWords(),
  ])
  if (!year) return orNotFound<never>(Promise.reject(new AppError('not_found')))
  const path = `/${ctx.school.slug}/meetings`
  return (
    <ClientMessages namespaces={['meetings']}>
      <PageHeader
        title={t('form.title')}
        state={`${t('yearField')} ${year.name}`}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: path },
        ]}
      />
      <div className="form-width">
        <Card>
          <NewMeetingForm
            slug={ctx.school.slug}
            schoolYearId={year.id}
            today={today()}
            periods={periods.map(({ id, name }) => ({ value: id, label: name }))}
            grades={grades.map((level) => ({ value: level, label: grade(level) }))}
          />
        </Card>
      </div>
    </ClientMessages>
  )
}
