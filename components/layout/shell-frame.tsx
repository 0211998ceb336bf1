'use client'

import type { ReactNode } from 'react'
import { Toaster } from '@/components/ui/toaster'
import type { NavItem, ShellSchool } from './app-shell'
import type { PaletteAction } from './command-palette'
import { JobsRing } from './jobs-ring'
import { NoticeBell } from './notice-bell'
import { type Person, PersonProvider } from './person-context'
import { PersonMenu } from './person-menu'
import { SchoolSwitcher } from './school-switcher'
import { SearchBox } from './search-box'
import { ShellNav } from './shell-nav'
import type { Theme } from './theme'
import { useSoftLinks } from './use-soft-links'

type ShellFrameProps = {
  school?: ShellSchool
  schools: readonly ShellSchool[]
  place: string
  person: Person
  nav: readonly NavItem[]
  jobs?: { running: number; href: string; url?: string }
  noticesHref?: string
  search?: { url: string; actions: readonly PaletteAction[] }
  adminHref?: string
  narrow: boolean
  density?: string
  theme: Theme
  children: ReactNode
}

/** The frame out of plain data, in one piece: as server components it would be rendered twice for each page. */
export function ShellFrame(props: ShellFrameProps) {
  const {
    school,
    schools,
    place,
    person,
    nav,
    jobs,
    noticesHref,
    search,
    adminHref,
    narrow,
    density,
    theme,
    children,
  } = props
  const follow = useSoftLinks()
  return (
    <PersonProvider person={person} school={school?.slug} schoolId={school?.id}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only the links below are followed */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard clicks links */}
      <div className="shell" data-rail={narrow ? 'icons' : undefined} data-density={density} onClick={follow}>
        <header className="shell-bar">
          <SchoolSwitcher school={school} schools={schools} place={place} adminHref={adminHref} />
          <div className="flex flex-none justify-end not-md:ml-auto md:flex-1 md:justify-center">
            {search && <SearchBox url={search.url} actions={search.actions} />}
          </div>
          {jobs && <JobsRing {...jobs} />}
          {noticesHref && <NoticeBell href={noticesHref} />}
          <PersonMenu person={person} theme={theme} density={density} />
        </header>
        <ShellNav items={nav} />
        <main id="main" tabIndex={-1} className="shell-main">
          {children}
        </main>
      </div>
      <Toaster />
    </PersonProvider>
  )
}
