'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { fieldId } from '@/components/ui/field'
import { fieldName } from '@/components/ui/field-name'
import type { Clash } from './conflict'

type ConflictNoticeProps = { clashes: readonly Clash[]; onResolve: (chosen: readonly Clash[]) => void }

/** The label of a box that can be ticked, for its value. */
const ticked = (path: string) => (value: unknown) => {
  const box = document
    .getElementsByName(path)
    .values()
    .find((one) => one instanceof HTMLInputElement && one.value === value)
  return box?.closest('label')?.querySelector('span')?.firstChild?.textContent?.trim() || String(value)
}

/** The words that the form itself uses for a field and its value. */
function shown(path: string, value: unknown): { label: string; text: string } {
  const control = document.getElementById(fieldId(path))
  if (Array.isArray(value)) return { label: fieldName(path) ?? path, text: value.map(ticked(path)).join(', ') }
  const option =
    control instanceof HTMLSelectElement ? [...control.options].find(({ value: own }) => own === value) : undefined
  return {
    label: fieldName(path) ?? path,
    text: option?.text ?? (value === null || value === undefined ? '' : String(value)),
  }
}

export function ConflictNotice({ clashes, onResolve }: ConflictNoticeProps) {
  const t = useTranslations('ui')
  const [chosen, setChosen] = useState(clashes)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    setChosen(clashes)
    box.current?.focus()
  }, [clashes])
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded">
      <Callout
        tone="warning"
        title={t('conflictTitle')}
        actions={
          <Button variant="primary" onClick={() => onResolve(chosen)}>
            {t('conflictApply')}
          </Button>
        }
      >
        <p>{clashes.length ? t('conflictText') : t('conflictNone')}</p>
        {chosen.map((clash, i) => (
          <fieldset key={clash.path} className="mt-3">
            <legend className="font-medium">{shown(clash.path, clash.mine).label}</legend>
            <div className="grid gap-x-4 md:grid-cols-2">
              {(['mine', 'theirs'] as const).map((side) => (
                <label key={side} className="check">
                  <input
                    type="radio"
                    className="check-box"
                    name={`conflict-${clash.path}`}
                    checked={clash.choice === side}
                    onChange={() => setChosen(chosen.with(i, { ...clash, choice: side }))}
                  />
                  <span className="min-w-0">
                    <span className="block text-sm text-muted">
                      {side === 'mine' ? t('conflictMine') : t('conflictTheirs')}
                    </span>
                    <span className="break-words">{shown(clash.path, clash[side]).text || t('empty')}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </Callout>
    </div>
  )
}
