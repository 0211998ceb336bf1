'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { DateField } from '@/components/ui/date-field'
import { Field } from '@/components/ui/field'
import { Table } from '@/components/ui/table'
import { toast } from '@/components/ui/toast'
import { sumHours } from '@/lib/domain/academics/courses/rules'
import { assignManyAction } from './actions'
import { TeacherCell } from './teacher-cell'

export type AssignedCourse = { id: string; subject: string; group: string; hours: string; teacherId: string }
export type Teacher = { id: string; name: string; hours: string }

type Props = {
  school: string
  /** Address of the list of courses; a course's page is below it. */
  path: string
  title: string
  courses: readonly AssignedCourse[]
  teachers: readonly Teacher[]
  /** First day of a change unless another is chosen. */
  first: string
  span: { min: string; max: string }
}

/** Subjects by groups, a teacher to pick in each cell; nothing is saved until the button says how much. */
export function AssignTable({ school, path, title, courses, teachers, first, span }: Props) {
  const t = useTranslations('courses')
  const { call, pending } = useCall()
  const [picked, setPicked] = useState<Record<string, string>>({})
  const [day, setDay] = useState(first)
  const [clashes, setClashes] = useState(0)
  const groups = [...new Set(courses.map(({ group }) => group))]
  const subjects = [...new Set(courses.map(({ subject }) => subject))]
  const changes = courses.filter(({ id, teacherId }) => picked[id] && picked[id] !== teacherId)
  const options = teachers.map(({ id, name, hours }) => {
    const more = changes.filter((course) => picked[course.id] === id).map((course) => course.hours)
    const less = changes.filter((course) => course.teacherId === id).map((course) => `-${course.hours}`)
    return { value: id, label: `${name} · ${t('hours', { hours: sumHours([hours, ...more, ...less]) })}` }
  })
  const save = () =>
    call(
      () =>
        assignManyAction(school, {
          assignments: changes.map(({ id }) => ({ courseOfferingId: id, teacherId: picked[id] })),
          validFrom: day,
        }),
      (done) => {
        setPicked({})
        setClashes(done.clashes.length)
        toast({ tone: 'ok', text: t('assigned', { count: done.saved }) })
      },
    )
  return (
    <div className="grid grid-cols-1 gap-3">
      {clashes > 0 && (
        <Callout tone="warning" live>
          {t('clashes', { count: clashes })}
        </Callout>
      )}
      <Table caption={title} stack>
        <thead>
          <tr>
            <th scope="col">{t('subject')}</th>
            {groups.map((group) => (
              <th key={group} scope="col">
                {group}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject) => (
            <tr key={subject}>
              <th scope="row">{subject}</th>
              {groups.map((group) => {
                const course = courses.find((one) => one.subject === subject && one.group === group)
                return (
                  <td key={group} data-label={group}>
                    {course && (
                      <TeacherCell
                        course={course}
                        href={`${path}/${course.id}`}
                        value={picked[course.id] ?? course.teacherId}
                        changed={changes.includes(course)}
                        options={options}
                        onPick={(teacherId) => setPicked((before) => ({ ...before, [course.id]: teacherId }))}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      {changes.length > 0 && (
        <div className="card sticky bottom-3 flex flex-wrap items-end gap-3 p-3 shadow-float">
          <p className="mr-auto self-center font-medium" aria-live="polite">
            {t('changes', { count: changes.length })}
          </p>
          <Field name="validFrom" label={t('from')}>
            <DateField value={day} onValueChange={setDay} min={span.min} max={span.max} />
          </Field>
          <Button onClick={() => setPicked({})} disabled={pending}>
            {t('discard')}
          </Button>
          <Button variant="primary" onClick={save} loading={pending}>
            {t('assign', { count: changes.length })}
          </Button>
        </div>
      )}
    </div>
  )
}
