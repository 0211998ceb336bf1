'use client'

import { PanelLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { keepPreference } from './preference'
import { railCookie } from './theme'

/** Narrows the rail to icons; the choice is kept in a cookie, so the server draws it right the next time. */
export function RailToggle() {
  const t = useTranslations('ui')
  const toggle = (button: HTMLButtonElement) => {
    const shell = button.closest<HTMLElement>('.shell')
    if (!shell) return
    const narrow = shell.dataset.rail !== 'icons'
    if (narrow) shell.dataset.rail = 'icons'
    else delete shell.dataset.rail
    keepPreference(railCookie, narrow ? 'icons' : 'wide')
  }
  return (
    <button type="button" className="nav-item w-full" data-desk="" onClick={(event) => toggle(event.currentTarget)}>
      <PanelLeft aria-hidden="true" />
      <span className="nav-label">
        <span className="when-wide">{t('narrowRail')}</span>
        <span className="when-icons">{t('widenRail')}</span>
      </span>
    </button>
  )
}
