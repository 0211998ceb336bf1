'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Callout } from './callout'
import { fieldId } from './field'
import { fieldName, inPageOrder } from './field-name'

type FormErrorSummaryProps = {
  /** The sentence about the whole form. */
  message?: string
  /** Path of the field → sentence. */
  fields?: Record<string, string>
  /** Support reference, when the fault is ours. */
  reference?: string
}

type Entry = { path: string; name?: string }

const nothing: Record<string, string> = {}

/** What must be mended, with links to the fields; takes the focus itself only when no field is at fault. */
export function FormErrorSummary({ message, fields = nothing, reference }: FormErrorSummaryProps) {
  const t = useTranslations('ui')
  const box = useRef<HTMLDivElement>(null)
  const [entries, setEntries] = useState<readonly Entry[]>([])
  const faulty = Object.keys(fields).length > 0
  useEffect(() => {
    setEntries(inPageOrder(Object.keys(fields)).map((path) => ({ path, name: fieldName(path) })))
  }, [fields])
  useEffect(() => {
    if (!faulty && message) box.current?.focus()
  }, [message, faulty])
  if (!message && !faulty) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded">
      <Callout tone="danger" title={faulty ? t('fixThese', { count: Object.keys(fields).length }) : message}>
        {faulty && (
          <ul className="mt-1 grid gap-0.5">
            {entries.map(({ path, name }) => (
              <li key={path}>
                <a
                  href={`#${fieldId(path)}`}
                  className="inline-block py-0.5 text-danger underline underline-offset-3"
                  onClick={(event) => {
                    event.preventDefault()
                    document.getElementById(fieldId(path))?.focus()
                  }}
                >
                  {name ? `${name}: ` : ''}
                  {fields[path]}
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
