'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, SelectField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { fromClock, toClock } from '@/lib/domain/academics/timetable/rules'
import { addLessonAction, endLessonAction, moveLessonAction } from './actions'

export type PlannedHour = {
  /** Of a lesson that there is already. */
  lesson?: { id: string; version: number; title: string; validFrom: string }
  courseOfferingId: string
  weekday: number
  startsMinute: number
  endsMinute: number
  room: string
}

type Props = {
  school: string
  hour: PlannedHour
  courses: readonly Option[]
  first: string
  span: { min: string; max: string }
  onClose: () => void
}

/** A new lesson, or another hour for one; the clock as one types it. */
export function LessonDialog({ school, hour, courses, first, span, onClose }: Props) {
  const t = useTranslations('timetable')
  const { lesson } = hour
  const { call, pending } = useCall()
  const form = useActionForm<Record<string, string>, unknown>({
    school,
    action: lesson ? moveLessonAction : addLessonAction,
    initial: {
      courseOfferingId: hour.courseOfferingId,
      weekday: String(hour.weekday),
      startsMinute: toClock(hour.startsMinute),
      endsMinute: toClock(hour.endsMinute),
      room: hour.room,
      validFrom: first,
    },
    toInput: ({ courseOfferingId, weekday, startsMinute = '', endsMinute = '', room, validFrom }) => ({
      ...(lesson ? { slotId: lesson.id, version: lesson.version } : { courseOfferingId }),
      weekday: Number(weekday),
      startsMinute: fromClock(startsMinute) ?? startsMinute,
      endsMinute: fromClock(endsMinute) ?? endsMinute,
      room,
      validFrom,
    }),
    success: t(lesson ? 'moved' : 'added'),
    onSuccess: onClose,
  })
  const remove = () =>
    lesson &&
    call(
      () =>
        endLessonAction(school, {
          slotId: lesson.id,
          version: lesson.version,
          validTo: dayBefore(form.values.validFrom || first),
        }),
      () => {
        toast({ tone: 'ok', text: t('removed') })
        onClose()
      },
    )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={lesson ? `${t('move')}: ${lesson.title}` : t('add')}
      {...(lesson ? { description: t('moveText') } : {})}
      width={480}
      locked={form.dirty}
    >
      <ActionForm form={form} submit={t(lesson ? 'move' : 'save')} onCancel={onClose}>
        {!lesson && (
          <SelectField
            form={form}
            name="courseOfferingId"
            label={t('course')}
            placeholder={t('chooseCourse')}
            options={[...courses]}
          />
        )}
        <SelectField
          form={form}
          name="weekday"
          label={t('day')}
          options={([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ value: String(day), label: t(`weekday.${day}`) }))}
        />
        <div className="grid grid-cols-2 gap-4">
          <TextField form={form} name="startsMinute" label={t('from')} type="time" />
          <TextField form={form} name="endsMinute" label={t('to')} type="time" />
        </div>
        <TextField form={form} name="room" label={t('room')} help={t('roomHelp')} optional maxLength={30} />
        <DayField form={form} name="validFrom" label={t('since')} {...span} />
        {lesson && (
          <div>
            <Button variant="danger" size="sm" loading={pending} onClick={remove}>
              {t('remove')}
            </Button>
          </div>
        )}
      </ActionForm>
    </Dialog>
  )
}

const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
