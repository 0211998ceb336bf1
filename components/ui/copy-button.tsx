'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, type ButtonSize } from './button'

/** Copies `value`; the button itself tells that it worked. */
export function CopyButton({ value, label, size = 'sm' }: { value: string; label?: string; size?: ButtonSize }) {
  const t = useTranslations('ui')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    setTimeout(() => setCopied(false), 2_000)
  }
  return (
    <Button
      size={size}
      icon={copied ? <Check aria-hidden="true" className="text-ok" /> : <Copy aria-hidden="true" />}
      onClick={copy}
    >
      <span aria-live="polite">{copied ? t('copied') : (label ?? t('copy'))}</span>
    </Button>
  )
}
