'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { toast } from '@/components/ui/toast'
import type { PromotionChoice } from '@/lib/domain/meetings/rules'
import type { ActionResult } from '@/lib/platform/result'

/** Saves a decision and shows the student as he or she is then; where somebody decided first, it says what. */
export function useDeciding() {
  const [t, words, ui] = [useTranslations('meetings.present'), useTranslations('meetings'), useTranslations('ui')]
  const router = useRouter()
  const [pending, start] = useTransition()
  const decide = (run: () => Promise<ActionResult<unknown>>, saved: string, done: () => void) =>
    start(async () => {
      try {
        const result = await run()
        if (result.ok) {
          toast({ tone: 'ok', text: saved })
          done()
        } else {
          const { status } = (result.error.current ?? {}) as { status?: PromotionChoice | null }
          const first = result.error.code === 'conflict' && status
          toast({
            tone: 'danger',
            text: first ? t('conflict', { status: words(`promotion.${status}`) }) : result.error.message,
          })
        }
        router.refresh()
      } catch {
        toast({ tone: 'danger', text: ui('offlineTitle'), detail: ui('offlineText') })
      }
    })
  return { decide, pending }
}
