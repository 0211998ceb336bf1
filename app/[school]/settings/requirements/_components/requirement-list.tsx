'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Switch } from '@/components/ui/switch'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/platform/result'
import { orderRequirementsAction, updateRequirementAction } from '../actions'

type Item = { id: string; version: number; name: string; isActive: boolean; about: string }

/** The list as families read it: arrows move a document, the switch says whether it is asked for. */
export function RequirementList({ slug, items: initial }: { slug: string; items: Item[] }) {
  const t = useTranslations('requirements')
  const [items, setItems] = useState(initial)
  const [busy, setBusy] = useState(false)

  const save = async (next: Item[], work: () => Promise<ActionResult<unknown>>, said: string) => {
    setItems(next)
    setBusy(true)
    const answer = await work().catch(() => undefined)
    setBusy(false)
    if (answer?.ok) return toast({ tone: 'ok', text: said })
    setItems(initial)
    toast({ tone: 'danger', text: answer?.error.message ?? t('offline') })
  }
  const move = (index: number, by: -1 | 1) => {
    const next = [...items]
    const [moved] = next.splice(index, 1)
    if (!moved) return
    next.splice(index + by, 0, moved)
    void save(next, () => orderRequirementsAction(slug, { ids: next.map(({ id }) => id) }), t('ordered'))
  }
  const toggle = (item: Item) => {
    const isActive = !item.isActive
    void save(
      items.map((other) => (other.id === item.id ? { ...other, isActive } : other)),
      () => updateRequirementAction(slug, { requirementId: item.id, version: item.version, isActive }),
      t(isActive ? 'switchedOn' : 'switchedOff', { name: item.name }),
    )
  }
  return (
    <ol className="card max-w-4xl divide-y divide-border" aria-busy={busy}>
      {items.map((item, index) => (
        <li key={item.id} className="flex items-center gap-3 px-3 py-2">
          <span className="flex flex-none flex-col md:flex-row">
            <IconButton
              size="sm"
              label={t('moveUp', { name: item.name })}
              icon={<ArrowUp aria-hidden="true" />}
              disabled={index === 0 || busy}
              onClick={() => move(index, -1)}
            />
            <IconButton
              size="sm"
              label={t('moveDown', { name: item.name })}
              icon={<ArrowDown aria-hidden="true" />}
              disabled={index === items.length - 1 || busy}
              onClick={() => move(index, 1)}
            />
          </span>
          <span className="min-w-0 flex-1">
            <Link href={`/${slug}/settings/requirements/${item.id}`} className="link font-medium">
              {item.name}
            </Link>
            <span className="block text-sm text-muted">{item.about}</span>
          </span>
          <Switch
            className="hit flex-none"
            label={<span className="sr-only">{t('askFor', { name: item.name })}</span>}
            checked={item.isActive}
            disabled={busy}
            onChange={() => toggle(item)}
          />
        </li>
      ))}
    </ol>
  )
}
