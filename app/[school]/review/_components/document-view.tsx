'use client'

import { Download, ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { PictureView } from './picture-view'

type DocumentViewProps = { url: string; name: string; contentType: string }

/** The file itself. Every showing asks for a new address, because each is good for a minute only. */
export function DocumentView({ url, name, contentType }: DocumentViewProps) {
  const t = useTranslations('review')
  const [attempt, setAttempt] = useState(0)
  const [failed, setFailed] = useState(false)
  const address = attempt > 0 ? `${url}&again=${attempt}` : url
  const kind = contentType.startsWith('image/hei') ? 'heic' : contentType === 'application/pdf' ? 'pdf' : 'picture'
  if (failed)
    return (
      <Frame>
        <div role="alert" className="grid justify-items-center gap-2 p-6 text-center">
          <p className="font-medium">{t('loadFailed')}</p>
          <p className="text-muted">{t('storeDown')}</p>
          <Button
            onClick={() => {
              setFailed(false)
              setAttempt(attempt + 1)
            }}
          >
            {t('retry')}
          </Button>
        </div>
      </Frame>
    )
  if (kind === 'heic')
    return (
      <Frame>
        <div className="grid justify-items-center gap-3 p-6 text-center">
          <p className="max-w-[40ch] text-muted">{t('heic')}</p>
          <a href={address} className={buttonClass('primary')} download>
            <Download aria-hidden="true" />
            {t('download')}
          </a>
        </div>
      </Frame>
    )
  if (kind === 'pdf')
    return (
      <div className="grid gap-2">
        {/* Lazy: while the page is still put together, a frame would load, be moved and load again. */}
        <iframe
          loading="lazy"
          src={address}
          title={name}
          className="h-[calc(100dvh-14rem)] min-h-96 w-full rounded border border-border bg-surface-2"
        />
        <a href={address} target="_blank" rel="noreferrer" className="link inline-flex w-fit items-center gap-1.5">
          <ExternalLink aria-hidden="true" className="size-4" />
          {t('openTab')}
        </a>
      </div>
    )
  return <PictureView url={address} name={name} onFailed={() => setFailed(true)} />
}

function Frame({ children }: { children: React.ReactNode }) {
  return <div className="card grid h-[calc(100dvh-14rem)] min-h-96 place-items-center bg-surface-2">{children}</div>
}
