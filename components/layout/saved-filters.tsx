'use client'

import { Bookmark, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Spinner } from '@/components/ui/spinner'
import { toast } from '@/components/ui/toast'
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
  const keep = async () => {
    if (!name.trim() || !(await save(name, query))) return
    setName('')
    toast({ tone: 'ok', text: t('filterSaved') })
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
              <li key={filter.id} className="flex items-center justify-between gap-2">
                <a href={`${path}?${filter.query}`} className="link min-w-0 truncate py-1">
                  {filter.name}
                </a>
                <IconButton
                  label={t('forgetFilter', { name: filter.name })}
                  icon={<X aria-hidden="true" />}
                  size="sm"
                  onClick={() => forget(filter.id)}
                />
              </li>
            ))}
          </ul>
        )}
        {query ? (
          <>
            <Field name="filterName" label={t('saveFilterAs')} {...(refusal ? { error: refusal } : {})}>
              <Input
                value={name}
                maxLength={60}
                onChange={(event) => setName(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return
                  // The list's own form is around this one field.
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
