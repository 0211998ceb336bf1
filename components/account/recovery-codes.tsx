'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'
import { PrintButton } from '@/components/ui/print-button'

type Props = { codes: readonly string[]; email: string; onKept: () => void }

/** Shown once: to print, to download, to copy, before anything else goes on. */
export function RecoveryCodes({ codes, email, onKept }: Props) {
  const t = useTranslations('security.factor')
  // The form that led here is gone, and its button with it.
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => top.current?.focus(), [])
  const text = [t('fileHead', { email }), '', ...codes, ''].join('\r\n')
  const download = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    link.download = t('fileName')
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div ref={top} tabIndex={-1} className="grid gap-4 outline-none">
      <Callout tone="warning" title={t('codesTitle')} live>
        {t('codesText')}
      </Callout>
      <p className="hidden print:block">{t('fileHead', { email })}</p>
      <ol className="nums grid grid-cols-1 gap-x-6 gap-y-1 rounded border border-border p-4 font-medium min-[400px]:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="select-all whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button icon={<Download aria-hidden="true" />} onClick={download}>
          {t('download')}
        </Button>
        <PrintButton label={t('print')} />
        <CopyButton value={codes.join('\n')} label={t('copy')} size="md" />
      </div>
      <Button variant="primary" size="lg" onClick={onKept}>
        {t('codesKept')}
      </Button>
    </div>
  )
}
