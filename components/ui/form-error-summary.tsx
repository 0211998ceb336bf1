'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Callout } from './callout'
import { fieldId } from './field'

type FormErrorSummaryProps = {
  /** The sentence about the whole form. */
  message?: string
  /** Path of the field → sentence. */
  fields?: Record<string, string>
  /** Support reference, when the fault is ours. */
  reference?: string
}

/** What must be mended, with links to the fields; takes the focus itself only when no field is at fault. */
export function FormErrorSummary({ message, fields = {}, reference }: FormErrorSummaryProps) {
  const t = useTranslations('ui')
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(fields)
  // With faulty fields the form puts the focus on the first of them.
  useEffect(() => {
    if (entries.length === 0 && message) box.current?.focus()
  }, [message, entries.length])
  if (!message && entries.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded">
      <Callout tone="danger" title={entries.length ? t('fixThese', { count: entries.length }) : message}>
        {entries.length > 0 && (
          <ul className="mt-1 grid gap-1">
            {entries.map(([name, sentence]) => (
              <li key={name}>
                <a
                  href={`#${fieldId(name)}`}
                  className="text-danger underline underline-offset-3"
                  onClick={(event) => {
                    event.preventDefault()
                    document.getElementById(fieldId(name))?.focus()
                  }}
                >
                  {sentence}
                </a>
              </li>
            ))}
          </ul>
        )}
        {reference && <p className="mt-1 text-sm text-muted">{t('reference', { reference })}</p>}
      </Callout>
    </div>
  )
}
