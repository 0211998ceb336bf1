'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Menu } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import { Breadcrumb, type Crumb } from './breadcrumb'
import { useFileItems } from './use-file-items'

type PageHeaderProps = {
  title: ReactNode
  /** One line: "Año 2026 · Periodo 2 abierto", "128 de 612". */
  state?: ReactNode
  /** The way here, the school first. */
  crumbs?: readonly Crumb[]
  /** The one primary action: LinkButton or Button, variant primary. */
  action?: ReactNode
  /** Everything else. Server components can only give entries with `href`. */
  menu?: readonly MenuItem[]
  /** Address of the list as a file (fileDoor), with the page's filters: the menu offers .xlsx, CSV and printing. */
  file?: string | undefined
  /** A StatusBadge beside the title. */
  badge?: ReactNode
  /** Avatar, at the left. */
  figure?: ReactNode
}

export function PageHeader({ title, state, crumbs = [], action, menu = [], file, badge, figure }: PageHeaderProps) {
  const t = useTranslations('ui')
  const files = useFileItems(file)
  const items = files.length > 0 && menu.length > 0 ? [...files, 'line' as const, ...menu] : [...files, ...menu]
  return (
    <header className="mb-4">
      <Breadcrumb crumbs={crumbs} />
      {/* On a phone the menu stands beside the title, where there is room, and only an action takes a line of its own. */}
      <div className={`flex items-start justify-between gap-x-4 gap-y-3 ${action ? 'flex-wrap' : ''}`}>
        <div className="flex min-w-0 items-center gap-3">
          {figure}
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="text-2xl">{title}</h1>
              {badge}
            </div>
            {state && <p className="nums text-muted">{state}</p>}
          </div>
        </div>
        {(action || items.length > 0) && (
          <div className={`flex flex-wrap items-center gap-2 ${action ? '' : 'flex-none'}`} data-print="hide">
            {action}
            {items.length > 0 && (
              <Menu label={t('moreActions')} items={items} variant="secondary" iconOnly>
                <Ellipsis aria-hidden="true" />
              </Menu>
            )}
          </div>
        )}
      </div>
    </header>
  )
}
