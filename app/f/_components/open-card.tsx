'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { familyCall } from './family-api'

/** Asks for the address that opens the PDF for a minute, and goes there in this tab: phones block windows opened later. */
export function OpenCard({ reportCardId, name }: { reportCardId: string; name: string }) {
  const t = useTranslations('reportCards.page')
  const [state, setState] = useState<'ready' | 'busy' | string>('ready')
  const open = async () => {
    setState('busy')
    const answer = await familyCall<{ url: string }>(`report-cards/${reportCardId}/file`, {}).catch(() => null)
    if (answer?.ok) {
      setState('ready')
      window.location.assign(answer.data.url)
    } else setState(answer ? answer.message : t('offline'))
  }
  const failed = state !== 'ready' && state !== 'busy'
  return (
    <div className="grid justify-items-end gap-1">
      <Button onClick={open} loading={state === 'busy'} aria-label={`${t('openPdf')}: ${name}`}>
        {t('openPdf')}
      </Button>
      {failed && (
        <p role="alert" className="text-sm text-danger">
          {state}
        </p>
      )}
    </div>
  )
}
