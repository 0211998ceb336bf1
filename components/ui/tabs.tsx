'use client'

import { type ReactNode, useEffect, useRef } from 'react'

export type Tab = { href: string; label: ReactNode; count?: number }

/** Tabs are links: each has an address, the back button works. `current` is the href of the open one. */
export function Tabs({ tabs, current, label }: { tabs: readonly Tab[]; current: string; label: string }) {
  const row = useRef<HTMLElement>(null)
  // On a phone the open one may stand beyond the edge: the row moves, never the page.
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>('[aria-current]')
    if (row.current && open?.getAttribute('href') === current)
      row.current.scrollLeft = open.offsetLeft - (row.current.clientWidth - open.offsetWidth) / 2
  }, [current])
  return (
    <nav ref={row} className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.href}
          href={tab.href}
          data-keep-scroll=""
          className="tab"
          aria-current={tab.href === current ? 'page' : undefined}
        >
          {tab.label}
          {tab.count !== undefined && <span className="nav-count ml-0">{tab.count}</span>}
        </a>
      ))}
    </nav>
  )
}
