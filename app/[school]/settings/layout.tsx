import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NavLink } from '@/components/layout/nav-link'
import { pageContext } from '@/lib/platform/page'
import { settingsPages } from '../_shell/settings-pages'

type Props = { params: Promise<{ school: string }>; children: ReactNode }

/** On a wide screen the other settings stay in sight; on a narrow one /settings itself is the list. */
export default async function SettingsLayout({ params, children }: Props) {
  const [ctx, t] = await Promise.all([pageContext(params), getTranslations('nav')])
  const home = `/${ctx.school.slug}/settings`
  return (
    <div className="flex items-start gap-8">
      <nav aria-label={t('settings')} className="sticky top-18 hidden w-48 flex-none gap-0.5 lg:grid" data-print="hide">
        {settingsPages(ctx).map((page) => (
          <NavLink key={page} href={`${home}/${page}`} className="nav-item">
            {t(page)}
          </NavLink>
        ))}
      </nav>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
