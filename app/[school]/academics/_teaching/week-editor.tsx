'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type WeekLesson, WeekTable } from '@/components/academics/week-table'
import { EmptyState } from '@/components/layout/empty-state'
import { Button } from '@/components/ui/button'
import type { Option } from '@/components/ui/select'
import type { Lesson } from '@/lib/domain/academics/timetable/schema'
import { LessonDialog, type PlannedHour } from './lesson-dialog'

type Props = {
  school: string
  label: string
  lessons: readonly Lesson[]
  shown: readonly WeekLesson[]
  /** The courses that a lesson can be of, with the hours that they have and need. */
  courses: readonly Option[]
  first: string
  span: { min: string; max: string }
}

const usual = { startsMinute: 420, endsMinute: 475 }

/** The week of a group with everything that plans it: a lesson opens, a free hour takes one, the button takes any hour. */
export function WeekEditor({ school, label, lessons, shown, courses, first, span }: Props) {
  const t = useTranslations('timetable')
  const [hour, setHour] = useState<PlannedHour | null>(null)
  const last = lessons.reduce((latest, { endsMinute }) => Math.max(latest, endsMinute), 0)
  const blank = { courseOfferingId: '', room: '' }
  const add = (
    <Button
      variant="primary"
      onClick={() =>
        setHour({ ...blank, weekday: 1, ...(last ? { startsMinute: last, endsMinute: last + 55 } : usual) })
      }
    >
      {t('add')}
    </Button>
  )
  const open = (id: string) => {
    const lesson = lessons.find((one) => one.id === id)
    if (!lesson) return
    const { version, subject, validFrom, ownRoom, ...rest } = lesson
    setHour({
      lesson: { id, version, title: subject, validFrom },
      courseOfferingId: rest.courseOfferingId,
      weekday: rest.weekday,
      startsMinute: rest.startsMinute,
      endsMinute: rest.endsMinute,
      room: ownRoom ?? '',
    })
  }
  return (
    <div className="grid gap-3">
      {lessons.length === 0 ? (
        <EmptyState title={t('emptyTitle')} action={add}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <>
          <div className="flex justify-end" data-print="hide">
            {add}
          </div>
          <WeekTable
            label={label}
            lessons={shown}
            onOpen={open}
            onAdd={(weekday, startsMinute, endsMinute) => setHour({ ...blank, weekday, startsMinute, endsMinute })}
          />
        </>
      )}
      {hour && (
        <LessonDialog
          key={hour.lesson?.id ?? `${hour.weekday} ${hour.startsMinute}`}
          school={school}
          hour={hour}
          courses={courses}
          first={hour.lesson && hour.lesson.validFrom > first ? hour.lesson.validFrom : first}
          span={span}
          onClose={() => setHour(null)}
        />
      )}
    </div>
  )
}
