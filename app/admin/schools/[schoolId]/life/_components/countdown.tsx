'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

const two = (part: number) => String(part).padStart(2, '0')

/** How long until it begins, second by second; told once to who hears it, not every second. */
export function Countdown({ until }: { until: string }) {
  const t = useTranslations('admin')
  const [seconds, setSeconds] = useState<number | null>(null)
  useEffect(() => {
    const count = () => setSeconds(Math.max(0, Math.round((new Date(until).getTime() - Date.now()) / 1000)))
    count()
    const timer = setInterval(count, 1_000)
    return () => clearInterval(timer)
  }, [until])
  if (seconds === null) return null
  const days = Math.floor(seconds / 86_400)
  const rest = seconds % 86_400
  const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`
  return (
    <p className="nums text-lg font-semibold" role="timer" aria-live="off">
      {t('purgeIn', { left: t('left', { days, clock }) })}
    </p>
  )
}
