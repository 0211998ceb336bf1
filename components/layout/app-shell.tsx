import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Toaster } from '@/components/ui/toaster'
import { BottomBar } from './bottom-bar'
import type { PaletteAction } from './command-palette'
import { JobsRing } from './jobs-ring'
import type { NavIconName } from './nav-icon'
import { type Person, PersonProvider } from './person-context'
import { PersonMenu } from './person-menu'
import { Rail } from './rail'
import { SchoolAccent } from './school-accent'
import { SchoolSwitcher } from './school-switcher'
import { SearchBox } from './search-box'
import { densityCookie, railCookie, themeCookie, toTheme } from './theme'

export type NavItem = {
  href: string
  label: string
  icon: NavIconName
  /** What waits there. */
  count?: number
  /** Only this very page counts as being here (the home page). */
  exact?: boolean
  /** At the foot of the rail. */
  last?: boolean
}

export type ShellSchool = { id?: string; slug: string; name: string; color?: string | null }

export type AppShellProps = {
  /** The active school; none on the platform's screens. */
  school?: ShellSchool
  /** Every school that this person may switch to. */
  schools: readonly ShellSchool[]
  /** Name shown where there is no school. */
  place?: string
  person: Person
  /** The nouns that this person uses; the first four also stand at the bottom of a phone. */
  nav: readonly NavItem[]
  /** `url` answers `{ running: number }`. */
  jobs?: { running: number; href: string; url?: string }
  /** `url?q=` answers `{ items: PaletteItem[] }`. */
  search?: { url: string; actions: readonly PaletteAction[] }
  /** Platform screens, for superadmins. */
  adminHref?: string
  children: ReactNode
}

export async function AppShell(props: AppShellProps) {
  const { school, schools, place, person, nav, jobs, search, adminHref, children } = props
  const [jar, t] = await Promise.all([cookies(), getTranslations('ui')])
  const density = jar.get(densityCookie)?.value
  return (
    <PersonProvider person={person} school={school?.slug} schoolId={school?.id}>
      <SchoolAccent color={school?.color} />
      <div
        className="shell"
        data-rail={jar.get(railCookie)?.value === 'icons' ? 'icons' : undefined}
        data-density={density}
      >
        <header className="shell-bar">
          <SchoolSwitcher school={school} schools={schools} place={place ?? t('platform')} adminHref={adminHref} />
          <div className="flex flex-none justify-end not-md:ml-auto md:flex-1 md:justify-center">
            {search && <SearchBox url={search.url} actions={search.actions} />}
          </div>
          {jobs && <JobsRing {...jobs} />}
          <PersonMenu person={person} theme={toTheme(jar.get(themeCookie)?.value)} density={density} />
        </header>
        <Rail items={nav} />
        <main id="main" tabIndex={-1} className="shell-main">
          {children}
        </main>
        <BottomBar items={nav} />
      </div>
      <Toaster />
    </PersonProvider>
  )
}
