'use client'

import { ChevronsUpDown, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { ControlProps } from './field'
import { Spinner } from './spinner'
import { useOptionSearch } from './use-option-search'

export type ComboboxOption = { value: string; label: string; detail?: string }

type ComboboxProps = ControlProps & {
  /** All the options, filtered here without regard to accents… */
  options?: readonly ComboboxOption[]
  /** …or a question to the server, asked 150 ms after the last key. */
  search?: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>
  /** The chosen one, as a whole: its label is shown. */
  selected: ComboboxOption | null
  onSelect: (option: ComboboxOption | null) => void
  placeholder?: string
  /** Characters before the server is asked. */
  minLength?: number
  disabled?: boolean
}

/** ARIA 1.2 combobox with a list: arrows move, Enter chooses, Escape closes and restores. */
export function Combobox(props: ComboboxProps) {
  const { options, search, selected, onSelect, placeholder, minLength = 2, disabled, name, ...aria } = props
  const t = useTranslations('ui')
  const listId = useId()
  const box = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const open = query !== null
  const { found, pending } = useOptionSearch({ options, search, query, minLength })
  const short = !options && (query ?? '').trim().length < minLength

  const choose = (option: ComboboxOption | null) => {
    onSelect(option)
    setQuery(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      if (!open) setQuery('')
      else if (found.length) setActive((active + step + found.length) % found.length)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      const option = found[active]
      if (option) choose(option)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setQuery(null)
    }
  }

  return (
    <div className="relative">
      <input
        {...aria}
        ref={box}
        role="combobox"
        type="text"
        autoComplete="off"
        spellCheck={false}
        className="input pr-16"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${listId}-${active}` : undefined}
        placeholder={placeholder}
        disabled={disabled}
        value={query ?? selected?.label ?? ''}
        onFocus={(event) => event.target.select()}
        onClick={() => open || setQuery('')}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setQuery(null)}
      />
      {name && <input type="hidden" name={name} value={selected?.value ?? ''} />}
      <span className="absolute inset-y-0 right-2 flex items-center gap-1 text-muted">
        {pending && <Spinner />}
        {selected && !disabled && (
          <button
            type="button"
            className="chip-remove hit"
            aria-label={t('clear')}
            onClick={() => {
              choose(null)
              box.current?.focus()
            }}
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        )}
        <ChevronsUpDown aria-hidden="true" className="pointer-events-none size-4" />
      </span>
      <div
        id={listId}
        role="listbox"
        aria-label={t('actions')}
        hidden={!open || short || (pending && found.length === 0)}
        className="menu float absolute inset-x-0 top-full mt-1 max-w-none"
      >
        {found.map((option, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keyboard (aria-activedescendant)
          // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox do not take the focus
          <div
            key={option.value}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === active}
            className="menu-item"
            onPointerMove={() => setActive(i)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            <span className="truncate">{option.label}</span>
            {option.detail && <span className="nums ml-auto flex-none text-sm text-muted">{option.detail}</span>}
          </div>
        ))}
        {found.length === 0 && <p className="px-2.5 py-2 text-muted">{t('noOptions')}</p>}
      </div>
      <span role="status" className="sr-only">
        {open && !pending && (short ? t('typeToSearch') : t('optionsCount', { count: found.length }))}
      </span>
    </div>
  )
}
