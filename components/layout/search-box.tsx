'use client'

import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { PaletteAction } from './command-palette'

const CommandPalette = dynamic(() => import('./command-palette').then((module) => module.CommandPalette), {
  loading: () => null,
})

export function SearchBox({ url, actions }: { url: string; actions: readonly PaletteAction[] }) {
  const t = useTranslations('ui')
  const [open, setOpen] = useState<boolean>()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
      event.preventDefault()
      setOpen((before) => !before)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        className="search-box hit min-w-(--control) md:w-full md:max-w-md"
        aria-label={t('search')}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <Search aria-hidden="true" />
        <span className="hidden flex-1 text-left md:inline">{t('searchHint')}</span>
        <kbd className="kbd hidden md:inline-block">Ctrl K</kbd>
      </button>
      {open !== undefined && <CommandPalette open={open} onOpenChange={setOpen} url={url} actions={actions} />}
    </>
  )
}
