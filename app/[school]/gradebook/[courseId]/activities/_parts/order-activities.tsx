'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Section } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import { orderActivitiesAction } from '../../../actions'

type OrderActivitiesProps = {
  school: string
  at: { courseId: string; periodId: string }
  activities: readonly { id: string; title: string }[]
}

/** The order of the grid's columns, one step at a time. */
export function OrderActivities({ school, at, activities }: OrderActivitiesProps) {
  const t = useTranslations('activityForms')
  const router = useRouter()
  const { call, pending } = useCall()
  const [order, setOrder] = useState(activities)
  const move = (index: number, by: number) => {
    const next = [...order]
    const [one] = next.splice(index, 1)
    if (!one) return
    next.splice(index + by, 0, one)
    setOrder(next)
    call(
      () => orderActivitiesAction(school, { ...at, ids: next.map(({ id }) => id) }),
      () => router.refresh(),
    )
  }
  return (
    <Section title={t('order')}>
      <ol className="grid gap-1" aria-busy={pending}>
        {order.map(({ id, title }, index) => (
          <li key={id} className="flex items-center gap-2">
            <span className="nums w-6 text-muted">{index + 1}</span>
            <span className="min-w-0 flex-1 truncate">{title}</span>
            <IconButton
              size="sm"
              label={t('moveUp', { title })}
              icon={<ArrowUp aria-hidden="true" />}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            />
            <IconButton
              size="sm"
              label={t('moveDown', { title })}
              icon={<ArrowDown aria-hidden="true" />}
              disabled={index === order.length - 1}
              onClick={() => move(index, 1)}
            />
          </li>
        ))}
      </ol>
    </Section>
  )
}
