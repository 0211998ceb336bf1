'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import type { GridStore } from './store'

type UnsavedLinkProps = { store: GridStore; onGo: (enrollmentId: string, activityId: string) => void }

/** A cell says what is wrong only while one stands in it: this counts those that were left so, and leads to the first. */
export function UnsavedLink({ store, onGo }: UnsavedLinkProps) {
  const t = useTranslations('scoreGrid')
  const count = useSyncExternalStore(
    store.subscribe,
    () => store.unsent().length,
    () => 0,
  )
  const go = () => {
    const [first] = store.unsent()
    if (first) onGo(first.enrollmentId, first.activityId)
  }
  return (
    <span role="status">
      {count > 0 && (
        <button type="button" className="hit text-sm font-medium text-danger underline" onClick={go}>
          {t('unsaved', { count })}
        </button>
      )}
    </span>
  )
}
