'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { Spinner } from '@/components/ui/spinner'
import { usePaletteSearch } from './use-palette-search'

export type PaletteItem = {
  id: string
  title: string
  /** Document, grade, group: whatever tells two people apart. */
  detail?: string
  /** Why it matches, when the title does not show it. */
  reason?: string
  /** Heading under which it stands. */
  kind: string
  href: string
}

export type PaletteAction = { label: string; href: string; keywords?: string[] }

type CommandPaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  url: string
  actions: readonly PaletteAction[]
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function CommandPalette({ open, onOpenChange, url, actions }: CommandPaletteProps) {
  const t = useTranslations('ui')
  const router = useRouter()
  const [query, setQuery] = useState('')
  const { items, pending, failed } = usePaletteSearch(url, query)
  const words = plain(query).split(/\s+/).filter(Boolean)
  const fitting = actions.filter((action) => {
    const text = plain([action.label, ...(action.keywords ?? [])].join(' '))
    return words.every((word) => text.includes(word))
  })
  const kinds = [...new Set(items.map((item) => item.kind))]
  const go = (href: string) => {
    onOpenChange(false)
    setQuery('')
    router.push(href)
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="dialog palette" aria-describedby={undefined}>
          <Dialog.Title className="sr-only">{t('search')}</Dialog.Title>
          <Command shouldFilter={false} loop label={t('search')}>
            <div className="flex items-center gap-3 border-b border-border px-4">
              {pending ? <Spinner /> : <Search aria-hidden="true" className="size-4 text-muted" />}
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder={t('searchPlaceholder')}
                className="h-12 flex-1 bg-transparent outline-none"
              />
              <kbd className="kbd max-sm:hidden">Esc</kbd>
              <Dialog.Close className="btn btn-ghost btn-sm -mr-2 sm:hidden">{t('close')}</Dialog.Close>
            </div>
            {/* Beside the list: within it there may be nothing but what can be chosen. */}
            <Command.Empty className="px-4 py-8 text-center text-muted" role="status">
              {failed ? t('searchFailed') : pending ? t('searching') : t('nothingFound', { query })}
            </Command.Empty>
            <Command.List label={t('search')} className="max-h-[60dvh] overflow-y-auto p-1">
              {kinds.map((kind) => (
                <Command.Group key={kind} heading={<span className="menu-label block">{kind}</span>}>
                  {items
                    .filter((item) => item.kind === kind)
                    .map((item) => (
                      <Command.Item
                        key={item.id}
                        value={item.id}
                        className="menu-item max-sm:flex-wrap max-sm:gap-y-0"
                        onSelect={() => go(item.href)}
                      >
                        <span className="max-w-full truncate font-medium">{item.title}</span>
                        <span className="nums truncate text-sm text-muted max-sm:order-last max-sm:basis-full">
                          {item.detail}
                        </span>
                        {item.reason && <span className="badge ml-auto">{item.reason}</span>}
                      </Command.Item>
                    ))}
                </Command.Group>
              ))}
              {fitting.length > 0 && (
                <Command.Group heading={<span className="menu-label block">{t('actions')}</span>}>
                  {fitting.map((action) => (
                    <Command.Item
                      key={action.href}
                      value={`action:${action.href}`}
                      className="menu-item"
                      onSelect={() => go(action.href)}
                    >
                      {action.label}
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
