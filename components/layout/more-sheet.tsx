'use client'

import { Ellipsis } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'

const Dialog = dynamic(() => import('@/components/ui/dialog').then((module) => module.Dialog))

type MoreLink = { href: string; label: string; icon: ReactNode }

export function MoreSheet({ links }: { links: readonly MoreLink[] }) {
  const t = useTranslations('ui')
  const [open, setOpen] = useState<boolean>()
  return (
    <>
      <button
        type="button"
        className="bottom-item"
        aria-haspopup="dialog"
        aria-expanded={open ?? false}
        onClick={() => setOpen(true)}
      >
        <Ellipsis aria-hidden="true" />
        {t('more')}
      </button>
      {open !== undefined && (
        <Dialog open={open} onOpenChange={setOpen} title={t('more')}>
          <ul className="-mx-2 grid gap-1">
            {links.map((link) => (
              <li key={link.href}>
                <Link prefetch={false} href={link.href} className="nav-item text-text" onClick={() => setOpen(false)}>
                  {link.icon}
                  <span className="truncate">{link.label}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}
