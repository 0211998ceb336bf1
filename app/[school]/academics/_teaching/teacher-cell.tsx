'use client'

import { useTranslations } from 'next-intl'
import { type Option, Select } from '@/components/ui/select'
import type { AssignedCourse } from './assign-table'

type Props = {
  course: AssignedCourse
  href: string
  value: string
  changed: boolean
  options: readonly Option[]
  onPick: (teacherId: string) => void
}

export function TeacherCell({ course, href, value, changed, options, onPick }: Props) {
  const t = useTranslations('courses')
  const name = `${course.subject} ${course.group}`
  return (
    <div className="flex items-center sm:min-w-48 gap-2">
      <Select
        aria-label={t('teacherOf', { course: name })}
        className={changed ? 'border-accent! font-medium' : undefined}
        options={options}
        {...(course.teacherId ? {} : { placeholder: t('none') })}
        value={value}
        onChange={(event) => event.target.value && onPick(event.target.value)}
      />
      <a className="link nums flex-none text-sm" href={href} aria-label={t('open', { course: name })}>
        {t('hours', { hours: course.hours })}
      </a>
    </div>
  )
}
