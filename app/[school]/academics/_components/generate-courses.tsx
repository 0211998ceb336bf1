'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { toast } from '@/components/ui/toast'
import { generateCoursesAction } from '../actions'

type Props = { slug: string; schoolYearId: string; created: number; updated: number }

export function GenerateCourses({ slug, schoolYearId, created, updated }: Props) {
  const t = useTranslations('academics')
  const router = useRouter()
  const { call, pending } = useCall()
  if (created + updated === 0) return <Callout tone="ok">{t('generation.nothing')}</Callout>
  const go = () =>
    call(
      () => generateCoursesAction(slug, { schoolYearId }),
      (made) => {
        toast({ tone: 'ok', text: t('generation.done', { created: made.created, updated: made.updated }) })
        router.refresh()
      },
    )
  return (
    <div>
      <Button variant="primary" loading={pending} onClick={go}>
        {created > 0 ? t('generation.go', { count: created }) : t('generation.goUpdate', { count: updated })}
      </Button>
    </div>
  )
}
