'use client'

import { Bookmark, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Spinner } from '@/components/ui/spinner'
import { toast } from '@/components/ui/toast'
import type { SavedFilter } from '@/lib/domain/filters/schema'
import { useSavedFilters } from './use-saved-filters'

type Props = {
  /** Address of the list, without its question mark. */
  path: string
  /** What the list is narrowed to now, as it stands behind the question mark; empty without filters. */
  query: string
}

/** The filters that this person has given a name, and a place to name those of now. */
export function SavedFilters({ path, query }: Props) {
  const t = useTranslations('ui')
  const { items, load, save, forget, pending, refusal } = useSavedFilters(path)
  const [name, setName] = useState('')
  const [lacksName, setLacksName] = useState(false)
  const keep = async () => {
    setLacksName(!name.trim())
    if (!name.trim() || !(await save(name, query))) return
    setName('')
    toast({ tone: 'ok', text: t('filterSaved') })
  }
  const remove = async (filter: SavedFilter, button: HTMLElement) => {
    const line = button.closest('li')
    const next =
      line?.nextElementSibling?.querySelector('button') ?? line?.previousElementSibling?.querySelector('button')
    const summary = button.closest('details')?.querySelector('summary')
    if (!(await forget(filter.id))) return
    const beside: HTMLElement | null | undefined = next ?? summary
    beside?.focus()
    toast({
      tone: 'ok',
      text: t('filterForgotten', { name: filter.name }),
      action: { label: t('undo'), onClick: () => void save(filter.name, filter.query) },
    })
  }
  return (
    <details className="filter" data-print="hide" onToggle={(event) => event.currentTarget.open && load()}>
      <summary className="btn btn-ghost btn-sm">
        <Bookmark aria-hidden="true" />
        {t('savedFilters')}
      </summary>
      <div className="float filter-panel">
        {!items && <Spinner />}
        {items?.length === 0 && <p className="text-sm text-muted">{t('noSavedFilters')}</p>}
        {items && items.length > 0 && (
          <ul className="grid">
            {items.map((filter) => (
              <li key={filter.id} className="flex min-h-7 items-center justify-between gap-2 pointer-coarse:min-h-11">
                <a
                  href={`${path}?${filter.query}`}
                  className="link min-w-0 truncate py-1 pointer-coarse:py-2.5"
                  onClick={({ currentTarget }) => currentTarget.closest('details')?.removeAttribute('open')}
                >
                  {filter.name}
                </a>
                <IconButton
                  label={t('forgetFilter', { name: filter.name })}
                  icon={<X aria-hidden="true" />}
                  size="sm"
                  onClick={({ currentTarget }) => void remove(filter, currentTarget)}
                />
              </li>
            ))}
          </ul>
        )}
        {query ? (
          <>
            <Field
              name="filterName"
              label={t('saveFilterAs')}
              {...(lacksName ? { error: t('filterNeedsName') } : refusal ? { error: refusal } : {})}
            >
              <Input
                value={name}
                maxLength={60}
                autoComplete="off"
                // Of no form: the list's own, around it, would narrow the list by this name while it is typed.
                form=""
                onInput={(event: FormEvent) => event.stopPropagation()}
                onChange={(event) => setName(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return
                  event.preventDefault()
                  void keep()
                }}
              />
            </Field>
            <Button loading={pending} onClick={keep}>
              {t('saveFilter')}
            </Button>
          </>
        ) : (
          <p className="text-sm text-muted">{t('noFiltersNow')}</p>
        )}
      </div>
    </details>
  )
}
