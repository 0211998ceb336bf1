import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AppShell } from '@/components/layout/app-shell'
import { runningJobs } from '@/lib/domain/jobs/queries'
import { schoolAppearance } from '@/lib/domain/schools/queries'
import { currentSession, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { FactorBanner } from './_shell/factor-banner'
import { navOf, paletteOf } from './_shell/nav'
import { settingsPages } from './_shell/settings-pages'
import { SupportNotice } from './_shell/support-notice'

type Params = { params: Promise<{ school: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { name } = (await pageContext(params)).school
  return { title: { default: name, template: `%s · ${name}` } }
}

export default async function SchoolLayout({ params, children }: Params & { children: ReactNode }) {
  const ctx = await pageContext(params)
  const { id, slug, name } = ctx.school
  const seesJobs = settingsPages(ctx).includes('jobs')
  const [session, appearance, jobs, nav] = await Promise.all([
    currentSession(),
    schoolAppearance.run(ctx, {}),
    seesJobs ? runningJobs.run(ctx, {}) : null,
    navOf(ctx),
  ])
  if (!session) return null
  const { user, memberships } = session
  const searches = can(ctx.permissions, 'read:students') || can(ctx.permissions, 'read:own_students')
  return (
    <AppShell
      school={{ id, slug, name, color: appearance.primaryColor }}
      schools={memberships.map(({ school }) => school)}
      person={{ id: user.id, name: user.name, email: user.email }}
      nav={nav}
      jobs={jobs ? { running: jobs.running, href: `/${slug}/settings/jobs`, url: '/api/v1/jobs/running' } : undefined}
      noticesHref={`/${slug}/notifications`}
      search={searches ? { url: `/${slug}/search`, actions: await paletteOf(ctx, nav) } : undefined}
      adminHref={user.isSuperadmin ? '/admin' : undefined}
    >
      {ctx.support && <SupportNotice school={ctx.school} support={ctx.support} />}
      <FactorBanner session={session} />
      {children}
    </AppShell>
  )
}
