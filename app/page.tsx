import { Building2, ChevronRight, LayoutGrid } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { EntryPage } from '@/components/account/entry-page'
import { SignOutButton } from '@/components/account/sign-out-button'
import { currentSession, owedPage } from '@/lib/platform/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('login'))('chooseTitle') }
}

function Entry({
  href,
  icon,
  children,
  detail,
}: {
  href: string
  icon: ReactNode
  children: ReactNode
  detail: string
}) {
  return (
    <li>
      <Link
        href={href}
        className="flex min-h-14 items-center gap-3 rounded border border-border px-3 py-2 hover:bg-surface-2 [&_svg]:size-5 [&_svg]:flex-none [&_svg]:text-muted"
      >
        {icon}
        <span className="grid min-w-0 flex-1">
          <span className="truncate font-medium">{children}</span>
          <span className="truncate text-sm text-muted">{detail}</span>
        </span>
        <ChevronRight aria-hidden="true" />
      </Link>
    </li>
  )
}

/** The way in: straight to the only school, to the platform, or to a choice. */
export default async function EntrancePage() {
  const session = await currentSession()
  if (!session) redirect('/login')
  if (session.owes) redirect(owedPage(session.owes, '/'))
  const { memberships, user } = session
  const [only, second] = memberships
  if (only && !second && !user.isSuperadmin) redirect(`/${only.school.slug}`)
  if (!only && user.isSuperadmin) redirect('/admin')
  const [t, roles] = await Promise.all([getTranslations('login'), getTranslations('people.role')])
  const role = (name: string) => (roles.has(name as 'rector') ? roles(name as 'rector') : name)
  return (
    <EntryPage title={only ? t('chooseTitle') : t('nowhereTitle')} intro={only ? t('chooseText') : t('nowhereText')}>
      <ul className="grid gap-2">
        {memberships.map(({ id, school, roles: held }) => (
          <Entry
            key={id}
            href={`/${school.slug}`}
            icon={<Building2 aria-hidden="true" />}
            detail={held.map(role).join(' · ')}
          >
            {school.name}
          </Entry>
        ))}
        {user.isSuperadmin && (
          <Entry href="/admin" icon={<LayoutGrid aria-hidden="true" />} detail={t('platformDetail')}>
            {t('platform')}
          </Entry>
        )}
      </ul>
      <div className="flex flex-wrap items-center justify-between gap-2 border-t border-border pt-4 text-sm">
        <span className="min-w-0 truncate text-muted">{user.email}</span>
        <SignOutButton />
      </div>
    </EntryPage>
  )
}
