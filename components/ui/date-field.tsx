'use client'

import { Calendar } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { parseDay, showDay } from '@/lib/shared/dates'
import { maskDay } from './date-mask'
import type { ControlProps } from './field'

type DateFieldProps = ControlProps & {
  /** `yyyy-mm-dd`, or '' for none. */
  value?: string
  defaultValue?: string
  /** Gets `yyyy-mm-dd`, '' when emptied, and the raw text while it is no date, so that the server can say so. */
  onValueChange?: (value: string) => void
  min?: string
  max?: string
  disabled?: boolean
  autoComplete?: string
}

const show = (value: string) => (parseDay(value) === value ? showDay(value) : value)

/** dd/mm/aaaa by keyboard, the browser's own calendar by button. The form sends `yyyy-mm-dd`. */
export function DateField({
  value,
  defaultValue = '',
  onValueChange,
  name,
  min,
  max,
  disabled,
  ...aria
}: DateFieldProps) {
  const t = useTranslations('ui')
  const [own, setOwn] = useState(defaultValue)
  const current = value ?? own
  const [text, setText] = useState(() => show(current))
  const picker = useRef<HTMLInputElement>(null)
  const known = useRef(current)

  // A value that comes from elsewhere (a draft, a conflict) replaces the text; our own does not, or typing would jump.
  useEffect(() => {
    if (current === known.current) return
    known.current = current
    setText(show(current))
  }, [current])

  const change = (typed: string) => {
    const masked = maskDay(typed, text)
    setText(masked)
    const next = masked.trim() === '' ? '' : (parseDay(masked) ?? masked)
    known.current = next
    setOwn(next)
    onValueChange?.(next)
  }
  const iso = parseDay(text) ?? ''

  return (
    <div className="relative w-full max-w-44">
      <input
        {...aria}
        type="text"
        inputMode="numeric"
        autoComplete={aria.autoComplete ?? 'off'}
        className="input nums pr-11"
        placeholder={t('datePattern')}
        value={text}
        disabled={disabled}
        onChange={(event) => change(event.target.value)}
        onBlur={() => iso && setText(showDay(iso))}
      />
      {name && <input type="hidden" name={name} value={iso} />}
      <input
        ref={picker}
        type="date"
        data-picker
        tabIndex={-1}
        aria-hidden="true"
        className="pointer-events-none absolute right-0 bottom-0 size-9 opacity-0"
        min={min}
        max={max}
        value={iso}
        onChange={(event) => change(event.target.value ? showDay(event.target.value) : '')}
      />
      <button
        type="button"
        className="btn btn-ghost btn-icon btn-sm hit absolute top-1/2 right-1 -translate-y-1/2"
        aria-label={t('openCalendar')}
        title={t('openCalendar')}
        disabled={disabled}
        onClick={() => picker.current?.showPicker()}
      >
        <Calendar aria-hidden="true" className="text-muted" />
      </button>
    </div>
  )
}
