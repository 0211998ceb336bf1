'use client'

import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/platform/result'

/** For a button that changes one thing: calls the action, says what went wrong, hands on what went well. */
export function useCall() {
  const t = useTranslations('ui')
  const [pending, start] = useTransition()
  const call = <T>(run: () => Promise<ActionResult<T>>, done?: (data: T) => void) =>
    start(async () => {
      try {
        const result = await run()
        if (result.ok) done?.(result.data)
        else toast({ tone: 'danger', text: result.error.message })
      } catch (error) {
        // A redirect is an action's way of saying that all went well; it travels on to the router.
        unstable_rethrow(error)
        toast({ tone: 'danger', text: t('offlineTitle'), detail: t('offlineText') })
      }
    })
  return { call, pending }
}
