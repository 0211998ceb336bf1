import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AppShell } from '@/components/layout/app-shell'
import { currentSession, platformPageContext } from '@/lib/platform/page'

export async function generateMetadata(): Promise<Metadata> {
  const name = (await getTranslations('nav'))('admin')
  return { title: { default: name, template: `%s · ${name}` } }
}

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await platformPageContext()
  const [session, t] = await Promise.all([currentSession(), getTranslations('nav')])
  if (!session) return null
  const { user, memberships } = session
  return (
    <AppShell
      schools={memberships.map(({ school }) => school)}
      place={t('admin')}
      person={{ id: user.id, name: user.name, email: user.email }}
      nav={[
        { href: '/admin', label: t('schools'), icon: 'schools', exact: true },
        { href: '/admin/figures', label: t('figures'), icon: 'sheets' },
        { href: '/admin/operations', label: t('operations'), icon: 'jobs' },
        { href: '/admin/mails', label: t('mails'), icon: 'mails' },
        { href: '/admin/removed', label: t('removed'), icon: 'closing' },
      ]}
      adminHref="/admin"
    >
      {children}
    </AppShell>
  )
}
