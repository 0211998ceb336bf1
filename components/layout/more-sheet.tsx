'use client'

import { Ellipsis } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { NavItem } from './app-shell'
import { NavIcon } from './nav-icon'

const Dialog = dynamic(() => import('@/components/ui/dialog').then((module) => module.Dialog), { loading: () => null })

/** What a phone's bar has no room for. */
export function MoreSheet({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations('ui')
  const [open, setOpen] = useState<boolean>()
  return (
    <>
      <button
        type="button"
        className="nav-item"
        data-phone=""
        aria-haspopup="dialog"
        aria-expanded={open ?? false}
        onClick={() => setOpen(true)}
      >
        <Ellipsis aria-hidden="true" />
        <span className="nav-label">{t('more')}</span>
      </button>
      {open !== undefined && (
        <Dialog open={open} onOpenChange={setOpen} title={t('more')}>
          <ul className="-mx-2 grid gap-1">
            {items.map((item) => (
              <li key={item.href}>
                <a href={item.href} className="nav-item text-text" onClick={() => setOpen(false)}>
                  <NavIcon name={item.icon} />
                  <span className="truncate">{item.label}</span>
                </a>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}
