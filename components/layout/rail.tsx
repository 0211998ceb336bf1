import { useTranslations } from 'next-intl'
import type { NavItem } from './app-shell'
import { NavIcon } from './nav-icon'
import { NavLink } from './nav-link'
import { RailToggle } from './rail-toggle'

function Entry({ item }: { item: NavItem }) {
  return (
    <NavLink href={item.href} exact={item.exact} className="nav-item">
      <NavIcon name={item.icon} />
      <span className="nav-label">{item.label}</span>
      {item.count ? <span className="nav-count">{item.count}</span> : null}
    </NavLink>
  )
}

export function Rail({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations('ui')
  return (
    <nav aria-label={t('mainMenu')} className="shell-rail">
      {items
        .filter((item) => !item.last)
        .map((item) => (
          <Entry key={item.href} item={item} />
        ))}
      <div className="mt-auto grid gap-0.5">
        {items
          .filter((item) => item.last)
          .map((item) => (
            <Entry key={item.href} item={item} />
          ))}
        <RailToggle />
      </div>
    </nav>
  )
}
