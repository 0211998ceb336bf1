'use client'

import { LifeBuoy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import type { ActionResult } from '@/lib/platform/result'

type Props = {
  school: string
  reason: string
  mode: 'read' | 'full'
  until: string
  backTo: string
  end: () => Promise<ActionResult<unknown>>
}

const minutesUntil = (moment: string) => (new Date(moment).getTime() - Date.now()) / 60_000

export function SupportBanner({ school, reason, mode, until, backTo, end }: Props) {
  const t = useTranslations('support')
  const { call, pending } = useCall()
  // Counted in the browser only: the server's minute is another one by the time it is shown.
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    const count = () => {
      const minutes = minutesUntil(until)
      setLeft(Math.max(0, Math.floor(minutes)))
      // The doors are closed by now: what is still on the screen goes as well.
      if (minutes <= 0) location.assign(backTo)
    }
    count()
    const timer = setInterval(count, 5_000)
    return () => clearInterval(timer)
  }, [until, backTo])
  const leave = () => call(end, () => location.assign(backTo))
  return (
    <section className="callout tone-warning mb-4 items-center py-2" aria-label={t('nav')}>
      <LifeBuoy aria-hidden="true" />
      <p className="callout-body">
        <span className="font-semibold">{t('banner', { school })}</span>{' '}
        <span className="nums whitespace-nowrap">
          {t(`bannerMode.${mode}`)}
          {left !== null && ` · ${t('left', { minutes: left })}`}
        </span>
        <span className="block not-md:hidden">{t('bannerReason', { reason })}</span>
      </p>
      <Button size="sm" loading={pending} onClick={leave}>
        {t('leave')}
      </Button>
    </section>
  )
}
