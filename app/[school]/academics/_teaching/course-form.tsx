'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { updateCourseAction } from './actions'

type Course = {
  id: string
  name: string
  version: number
  weeklyHours: string
  areaWeight: string | null
  position: number
  isActive: boolean
}

/** A number as typed, with comma or point; what is none goes on as typed, for the server to refuse. */
const number = (text: string) => {
  const typed = text.trim().replace(',', '.')
  return typed === '' || Number.isNaN(Number(typed)) ? typed : Number(typed)
}

export function CourseForm({ school, course }: { school: string; course: Course }) {
  const t = useTranslations('courses')
  const { call, pending } = useCall()
  const [asking, setAsking] = useState(false)
  const form = useActionForm({
    school,
    action: updateCourseAction,
    initial: {
      weeklyHours: course.weeklyHours,
      areaWeight: course.areaWeight ?? '',
      position: String(course.position),
      version: course.version,
    },
    toInput: ({ version, weeklyHours, areaWeight, position }) => ({
      courseOfferingId: course.id,
      version,
      weeklyHours: number(weeklyHours),
      areaWeight: areaWeight.trim() === '' ? null : number(areaWeight),
      position: number(position),
    }),
    success: t('saved'),
  })
  const change = (isActive: boolean) =>
    call(
      () => updateCourseAction(school, { courseOfferingId: course.id, version: course.version, isActive }),
      () => {
        setAsking(false)
        toast({ tone: 'ok', text: t(isActive ? 'turnedOn' : 'turnedOff') })
      },
    )
  return (
    <div className="grid gap-4">
      <ActionForm form={form} submit={t('save')}>
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField form={form} name="weeklyHours" label={t('hoursLabel')} inputMode="decimal" maxLength={5} />
          <TextField
            form={form}
            name="areaWeight"
            label={t('weight')}
            help={t('weightHelp')}
            inputMode="decimal"
            optional
            maxLength={6}
          />
          <TextField
            form={form}
            name="position"
            label={t('position')}
            help={t('positionHelp')}
            inputMode="numeric"
            maxLength={4}
          />
        </div>
      </ActionForm>
      <div>
        <Button variant="ghost" onClick={() => (course.isActive ? setAsking(true) : change(true))} loading={pending}>
          {t(course.isActive ? 'turnOff' : 'turnOn')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`${t('turnOff')}: ${course.name}`}
        confirm={t('turnOff')}
        danger
        pending={pending}
        onConfirm={() => change(false)}
      >
        <p>{t('turnOffText')}</p>
      </ConfirmDialog>
    </div>
  )
}
