import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { attendanceSettingsOf } from '@/lib/domain/attendance/settings/queries'
import { attendanceModes } from '@/lib/domain/attendance/settings/schema'
import { pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { updateAttendanceSettingsAction } from '../actions'
import { SettingsForm } from './settings-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attendance'))('settings.title') }
}

export default async function AttendanceSettingsPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  if (!can(ctx.permissions, 'config:institution')) notFound()
  const [settings, t] = await Promise.all([attendanceSettingsOf.run(ctx, {}), getTranslations('attendance')])
  const text = (key: 'mode' | 'windowDays' | 'windowHelp' | 'streakDays' | 'alertPercent' | 'submit' | 'saved') =>
    t(`settings.${key}`)
  return (
    <>
      <PageHeader
        title={t('settings.title')}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: `/${ctx.school.slug}/attendance` },
        ]}
      />
      <ClientMessages namespaces={[]}>
        <SettingsForm
          school={ctx.school.slug}
          settings={settings}
          action={updateAttendanceSettingsAction}
          modes={attendanceModes.map((value) => ({ value, label: t(`settings.modes.${value}`) }))}
          texts={{
            mode: text('mode'),
            windowDays: text('windowDays'),
            windowHelp: text('windowHelp'),
            streakDays: text('streakDays'),
            alertPercent: text('alertPercent'),
            submit: text('submit'),
            saved: text('saved'),
          }}
        />
      </ClientMessages>
    </>
  )
}
