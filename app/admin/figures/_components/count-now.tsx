'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { countFiguresAction } from '../../actions'

/** The queue takes a few seconds: the page is drawn again when they have passed. */
export function CountNow({ schoolId }: { schoolId: string | null }) {
  const t = useTranslations('figures')
  const router = useRouter()
  const { call, pending } = useCall()
  const count = () =>
    call(
      () => countFiguresAction(schoolId ? { schoolId } : {}),
      () => {
        toast({ tone: 'ok', text: t('counting') })
        for (const seconds of [6, 12, 20]) setTimeout(() => router.refresh(), seconds * 1000)
      },
    )
  return (
    <Button loading={pending} onClick={count}>
      {t('countNow')}
    </Button>
  )
}
