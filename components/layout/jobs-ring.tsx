'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useWhereabouts } from './person-context'
import { runningJobs } from './running-jobs'

type JobsRingProps = { running: number; href: string; url?: string }

/** Work that goes on in the background; asks again while there is some, and when a page says that it started some. */
export function JobsRing({ running: initial, href, url }: JobsRingProps) {
  const t = useTranslations('ui')
  const { schoolId } = useWhereabouts()
  const [running, setRunning] = useState(initial)
  useEffect(() => setRunning(initial), [initial])
  useEffect(() => {
    if (!url) return
    const ask = () => void runningJobs(url, schoolId).then((count) => count !== undefined && setRunning(count))
    window.addEventListener('jobs:started', ask)
    const timer = running > 0 ? setInterval(() => document.visibilityState === 'visible' && ask(), 4_000) : undefined
    return () => {
      window.removeEventListener('jobs:started', ask)
      clearInterval(timer)
    }
  }, [running, url, schoolId])
  const label = t('jobsRunning', { count: running })
  return (
    <>
      <span role="status" className="sr-only">
        {running > 0 ? label : ''}
      </span>
      {running > 0 && (
        <a href={href} className="btn btn-ghost btn-icon hit" aria-label={label} title={label}>
          <span className="relative grid size-6 place-items-center text-xs nums">
            <span aria-hidden="true" className="spinner absolute inset-0 size-6 text-accent-ink" />
            {running}
          </span>
        </a>
      )}
    </>
  )
}
