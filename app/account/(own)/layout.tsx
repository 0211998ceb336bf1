import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AppShell } from '@/components/layout/app-shell'
import { currentSession } from '@/lib/platform/page'

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const [session, t] = await Promise.all([currentSession(), getTranslations('nav')])
  if (!session) redirect('/login?next=/account')
  const { user, memberships } = session
  const schools = memberships.map(({ school }) => school)
  return (
    <AppShell
      schools={schools}
      place={t('account')}
      person={{ id: user.id, name: user.name, email: user.email }}
      nav={[
        ...schools.slice(0, 3).map(({ slug, name }) => ({ href: `/${slug}`, label: name, icon: 'schools' as const })),
        ...(user.isSuperadmin ? [{ href: '/admin', label: t('admin'), icon: 'home' as const }] : []),
        { href: '/account', label: t('account'), icon: 'people' as const },
      ]}
      adminHref={user.isSuperadmin ? '/admin' : undefined}
    >
      {children}
    </AppShell>
  )
}
