import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { PaletteAction } from './command-palette'
import type { NavIconName } from './nav-icon'
import type { Person } from './person-context'
import { SchoolAccent } from './school-accent'
import { ShellFrame } from './shell-frame'
import { densityCookie, railCookie, themeCookie, toTheme } from './theme'

export type NavItem = {
  href: string
  label: string
  icon: NavIconName
  /** What waits there. */
  count?: number
  /** Only this very page counts as being here (the home page). */
  exact?: boolean
  /** The first of those that belong together: a line stands before it. */
  begins?: boolean
  /** At the foot of the rail. */
  last?: boolean
}

export type ShellSchool = { id?: string; slug: string; name: string }

export type AppShellProps = {
  /** The active school; none on the platform's screens. */
  school?: ShellSchool & { color?: string | null }
  /** Every school that this person may switch to. */
  schools: readonly ShellSchool[]
  /** Name shown where there is no school. */
  place?: string
  person: Person
  /** The nouns that this person uses; the first four also stand at the bottom of a phone. */
  nav: readonly NavItem[]
  /** `url` answers `{ running: number }`. */
  jobs?: { running: number; href: string; url?: string }
  /** Where the person's notices are. */
  noticesHref?: string
  /** `url?q=` answers `{ items: PaletteItem[] }`. */
  search?: { url: string; actions: readonly PaletteAction[] }
  /** Platform screens, for superadmins. */
  adminHref?: string
  children: ReactNode
}

/** The frame around every page of a signed-in person, as this person keeps it. */
export async function AppShell({ school, place, children, ...rest }: AppShellProps) {
  const [jar, t] = await Promise.all([cookies(), getTranslations('ui')])
  return (
    <>
      <SchoolAccent color={school?.color} />
      <ShellFrame
        school={school}
        place={place ?? t('platform')}
        narrow={jar.get(railCookie)?.value === 'icons'}
        density={jar.get(densityCookie)?.value}
        theme={toTheme(jar.get(themeCookie)?.value)}
        {...rest}
      >
        {children}
      </ShellFrame>
    </>
  )
}
