'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { NavItem } from './app-shell'
import { MoreSheet } from './more-sheet'
import { NavIcon } from './nav-icon'
import { RailToggle } from './rail-toggle'

const onPhone = 4

/** The nouns: a rail at the left of a desk's screen, the same entries as a bar at the bottom of a phone's. */
export function ShellNav({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations('ui')
  const path = usePathname()
  const entry = (item: NavItem) => {
    const { href, exact, icon, label, count, begins } = item
    const here = path === href || (!exact && path.startsWith(`${href}/`))
    return (
      <a
        key={href}
        href={href}
        className="nav-item"
        data-begins={begins ? '' : undefined}
        data-desk={items.indexOf(item) >= onPhone ? '' : undefined}
        aria-current={here ? 'page' : undefined}
      >
        <NavIcon name={icon} />
        <span className="nav-label">{label}</span>
        {count ? <span className="nav-count">{count}</span> : null}
      </a>
    )
  }
  return (
    <nav aria-label={t('mainMenu')} className="shell-nav">
      {items.filter(({ last }) => !last).map(entry)}
      <div className="shell-nav-foot">
        {items.filter(({ last }) => last).map(entry)}
        {items.length > onPhone && <MoreSheet items={items.slice(onPhone)} />}
        <RailToggle />
      </div>
    </nav>
  )
}
