'use client'

import { LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Menu } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import { languageCookie, languageOf, languages } from '@/i18n/locale'
import { clearAllDrafts } from './draft-store'
import type { Person } from './person-context'
import { keepPreference } from './preference'
import { densityCookie, type Theme, themeCookie, themes } from './theme'

const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const

/** Under a finger rows are always 44 px high. */
const canChooseRows = () => typeof window !== 'undefined' && matchMedia('(pointer: fine)').matches

type PersonMenuProps = { person: Person; theme: Theme; density?: string }

export function PersonMenu({ person, theme: initial, density }: PersonMenuProps) {
  const t = useTranslations('ui')
  const language = languageOf(useLocale())
  const router = useRouter()
  const [theme, setTheme] = useState(initial)

  const chooseTheme = (next: Theme) => {
    keepPreference(themeCookie, next)
    setTheme(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
  }
  const signOut = async () => {
    const { signOut: leave } = await import('next-auth/react')
    clearAllDrafts(localStorage)
    await leave({ callbackUrl: '/login' })
  }

  const items: MenuItem[] = [
    { heading: `${person.name} · ${person.email}` },
    { label: t('account'), href: '/account', icon: <UserRound aria-hidden="true" /> },
    'line',
    { heading: t('theme') },
    ...themes.map((name) => {
      const Icon = themeIcons[name]
      return {
        label: t(`themes.${name}`),
        icon: <Icon aria-hidden="true" />,
        checked: theme === name,
        onSelect: () => chooseTheme(name),
      }
    }),
    ...(canChooseRows() ? (['line', { heading: t('rows') }] as const) : []),
    ...(canChooseRows() ? (['compact', 'comfortable'] as const) : []).map((name) => ({
      label: t(`densities.${name}`),
      checked: (density ?? 'compact') === name,
      onSelect: () => {
        keepPreference(densityCookie, name)
        router.refresh()
      },
    })),
    'line',
    { heading: t('language') },
    ...languages.map((name) => ({
      label: t(`languages.${name}`),
      checked: language === name,
      onSelect: () => {
        keepPreference(languageCookie, name)
        router.refresh()
      },
    })),
    'line',
    { label: t('signOut'), icon: <LogOut aria-hidden="true" />, onSelect: signOut },
  ]
  return (
    <Menu label={t('personMenu', { name: person.name })} items={items} iconOnly>
      <Avatar name={person.name} />
    </Menu>
  )
}
