import { useTranslations } from 'next-intl'
import type { NavItem } from './app-shell'
import { MoreSheet } from './more-sheet'
import { NavIcon } from './nav-icon'
import { NavLink } from './nav-link'

/** The rail of a phone: four entries, the rest behind "Más". */
export function BottomBar({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations('ui')
  const rest = items.slice(4)
  return (
    <nav aria-label={t('mainMenu')} className="bottom">
      {items.slice(0, 4).map((item) => (
        <NavLink key={item.href} href={item.href} exact={item.exact} className="bottom-item">
          <NavIcon name={item.icon} />
          <span className="max-w-full truncate px-1">{item.label}</span>
        </NavLink>
      ))}
      {rest.length > 0 && (
        <MoreSheet
          links={rest.map((item) => ({ href: item.href, label: item.label, icon: <NavIcon name={item.icon} /> }))}
        />
      )}
    </nav>
  )
}
