'use client'

import { ListFilter, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Chip } from '@/components/ui/chip'
import { DateField } from '@/components/ui/date-field'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { type Option, Select } from '@/components/ui/select'
import { FilterForm } from './filter-form'
import { activeFilters, withoutParams } from './filter-params'
import { useWhereabouts } from './person-context'
import { SavedFilters } from './saved-filters'

export type Filter = { name: string; label: string; kind?: 'select' | 'day' | 'text'; options?: readonly Option[] }

type FilterBarProps = {
  /** Address of the list, without its question mark. */
  path: string
  /** The address's parameters as they are now. */
  params: Record<string, string | undefined>
  search?: { name: string; label: string }
  filters?: readonly Filter[]
  /** Parameters that no filter here changes and that stay (a tab, the order). The cursor must not be among them. */
  keep?: readonly string[]
  /** "128 de 612". */
  count?: string
  /** A list that is looked at once: nobody keeps its filters under a name. */
  passing?: boolean
}

/**
 * Filters live in the address. Without JavaScript the search is an ordinary form that keeps the filters of its address.
 * On the client's side, so that the server sends the choices once, as plain data.
 */
export function FilterBar({ path, params, search, filters = [], keep = [], count, passing }: FilterBarProps) {
  const t = useTranslations('ui')
  const { school } = useWhereabouts()
  const [opened, setOpened] = useState(false)
  const known = [...keep, ...filters.map((filter) => filter.name), ...(search ? [search.name] : [])]
  const active = activeFilters(filters, params)
  // Most visits never open the panel: until then what is chosen stands in hidden fields.
  const fields = opened ? filters : []
  const href = (...gone: string[]) => withoutParams(path, params, known, gone)
  return (
    <FilterForm path={path} searchName={search?.name}>
      {!opened && active.map(({ name }) => <input key={name} type="hidden" name={name} value={params[name]} />)}
      {keep.map((name) => params[name] && <input key={name} type="hidden" name={name} value={params[name]} />)}
      <div className="flex flex-wrap items-center gap-2">
        {search && (
          <div className="relative w-full md:w-72" data-print="hide">
            <Search aria-hidden="true" className="absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted" />
            <Input
              type="search"
              name={search.name}
              defaultValue={params[search.name]}
              aria-label={search.label}
              placeholder={search.label}
              className="pl-8"
              autoComplete="off"
            />
          </div>
        )}
        {filters.length > 0 && (
          <details className="filter" data-print="hide" onToggle={() => setOpened(true)}>
            <summary className="btn btn-secondary btn-sm">
              <ListFilter aria-hidden="true" />
              {t('filter')}
            </summary>
            <div className="float filter-panel">
              {fields.map(({ name, label, kind, options }) => (
                <Field key={name} name={name} label={label}>
                  {options ? (
                    <Select key={params[name]} options={options} placeholder="—" defaultValue={params[name] ?? ''} />
                  ) : kind === 'day' ? (
                    <DateField key={params[name]} defaultValue={params[name]} />
                  ) : (
                    <Input key={params[name]} defaultValue={params[name]} />
                  )}
                </Field>
              ))}
              <button type="submit" className="btn btn-primary">
                {t('applyFilters')}
              </button>
            </div>
          </details>
        )}
        {school && !passing && filters.length > 0 && <SavedFilters path={path} query={href().split('?')[1] ?? ''} />}
        {active.map(({ name, text }) => (
          <Chip key={name} label={text} href={href(name)} />
        ))}
        {active.length > 1 && (
          <a href={href(...active.map(({ name }) => name))} data-keep-scroll="" className="btn btn-ghost btn-sm">
            {t('clearFilters')}
          </a>
        )}
        {count && (
          <span role="status" className="nums ml-auto text-sm text-muted">
            {count}
          </span>
        )}
      </div>
    </FilterForm>
  )
}
