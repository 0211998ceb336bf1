'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TracePanel } from '@/components/evaluation/trace-panel'
import type { MarkAddress } from '@/components/evaluation/use-explanation'

/** A mark that tells how it came about. */
export function WhyMark({ label, mark }: { label: string; mark: MarkAddress }) {
  const t = useTranslations('explanation')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="link nums hit" title={t('open')} onClick={() => setOpen(true)}>
        {label}
        <span className="sr-only"> · {t('open')}</span>
      </button>
      {open && <TracePanel mark={mark} onClose={() => setOpen(false)} />}
    </>
  )
}
