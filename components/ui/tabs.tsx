'use client'

import { type ReactNode, useEffect, useRef } from 'react'

export type Tab = { href: string; label: ReactNode; count?: number }

/**
 * Tabs are links: each has an address, the back button works. `current` is the href of the open one, which is in sight also
 * where they are more than a phone is wide.
 */
export function Tabs({ tabs, current, label }: { tabs: readonly Tab[]; current: string; label: string }) {
  const nav = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is open
  useEffect(() => {
    const bar = nav.current
    const open = bar?.querySelector<HTMLElement>('[aria-current]')
    if (bar && open) bar.scrollLeft = open.offsetLeft - bar.offsetLeft - (bar.clientWidth - open.offsetWidth) / 2
  }, [current])
  return (
    <nav ref={nav} className="tabs" aria-label={label}>
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
