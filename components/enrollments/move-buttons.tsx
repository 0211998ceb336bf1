'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { type MoveChoice, wordingOf } from './move-choice'
import type { MoveAction, MovedEnrollment } from './move-dialog'

const MoveDialog = dynamic(() => import('./move-dialog').then((module) => module.MoveDialog), { loading: () => null })

type MoveButtonsProps = {
  school: string
  enrollment: MovedEnrollment
  choices: readonly MoveChoice[]
  action: MoveAction
}

/** The steps that are possible now; the one that brings the child in is the primary. */
export function MoveButtons({ school, enrollment, choices, action }: MoveButtonsProps) {
  const t = useTranslations('enrollments')
  const [chosen, setChosen] = useState<MoveChoice | null>(null)
  const forward = choices.find(({ to }) => to === 'active' || to === 'in_review')
  return (
    <div className="flex flex-wrap gap-2">
      {choices.map((choice) => (
        <Button
          key={choice.to}
          variant={choice === forward ? 'primary' : 'secondary'}
          onClick={() => setChosen(choice)}
          aria-haspopup="dialog"
        >
          {t(`move.${wordingOf(choice, enrollment.status)}`)}
        </Button>
      ))}
      {chosen && (
        <MoveDialog
          school={school}
          enrollment={enrollment}
          choice={chosen}
          action={action}
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  )
}
