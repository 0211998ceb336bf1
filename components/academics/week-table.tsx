'use client'

import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { showMinute } from '@/lib/domain/academics/timetable/rules'
import { daysIn, weekRows } from '@/lib/domain/academics/timetable/week/rules'

export type WeekLesson = {
  id: string
  weekday: number
  startsMinute: number
  endsMinute: number
  /** What stands in the cell: the subject, and below it the group or the teacher, and the room. */
  title: string
  details: readonly string[]
  href?: string
}

type Props = {
  label: string
  lessons: readonly WeekLesson[]
  /** Who may plan: a lesson opens, a free hour takes a new one. */
  onOpen?: (id: string) => void
  onAdd?: (weekday: number, startsMinute: number, endsMinute: number) => void
}

/** The week as a table, hours down and days across; on a phone day by day. */
export function WeekTable({ label, lessons, onOpen, onAdd }: Props) {
  const t = useTranslations('timetable')
  const rows = weekRows(lessons)
  const days = daysIn(lessons)
  const name = (day: number) => t(`weekday.${day as 1}`)
  return (
    <>
      <div className="hidden md:block print:block">
        <Table caption={label}>
          <thead>
            <tr>
              <th scope="col">{t('hour')}</th>
              {days.map((day) => (
                <th key={day} scope="col">
                  {name(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ startsMinute, endsMinute, days: byDay }) => (
              <tr key={startsMinute} className="align-top">
                <th scope="row" className="nums whitespace-nowrap text-muted">
                  {showMinute(startsMinute)}–{showMinute(endsMinute)}
                </th>
                {days.map((day) => (
                  <td key={day}>
                    {(byDay.get(day) ?? []).map((lesson) => (
                      <LessonCell key={lesson.id} lesson={lesson} onOpen={onOpen} />
                    ))}
                    {onAdd && !byDay.has(day) && (
                      <button
                        type="button"
                        className="grid min-h-(--control) w-full place-items-center rounded text-muted hover:bg-surface-2"
                        aria-label={t('addAt', { day: name(day), hour: showMinute(startsMinute) })}
                        onClick={() => onAdd(day, startsMinute, endsMinute)}
                        data-print="hide"
                      >
                        +
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <div className="grid gap-4 md:hidden print:hidden">
        {days.map((day) => {
          const here = lessons
            .filter(({ weekday }) => weekday === day)
            .toSorted((a, b) => a.startsMinute - b.startsMinute)
          return (
            here.length > 0 && (
              <section key={day} className="grid gap-1" aria-label={name(day)}>
                <h2 className="text-base">{name(day)}</h2>
                <ul className="card divide-y divide-border">
                  {here.map((lesson) => (
                    <li key={lesson.id} className="flex items-baseline gap-3 px-3 py-2">
                      <span className="nums w-10 flex-none text-right text-sm text-muted">
                        {showMinute(lesson.startsMinute)}
                      </span>
                      <LessonCell lesson={lesson} onOpen={onOpen} />
                    </li>
                  ))}
                </ul>
              </section>
            )
          )
        })}
      </div>
    </>
  )
}

function LessonCell({ lesson, onOpen }: { lesson: WeekLesson; onOpen: Props['onOpen'] }) {
  const t = useTranslations('timetable')
  const { id, title, details, href, weekday, startsMinute, endsMinute } = lesson
  const [day, from, to] = [t(`weekday.${weekday as 1}`), showMinute(startsMinute), showMinute(endsMinute)]
  const words = (
    <>
      <span className="block font-medium">{title}</span>
      {details.map((detail) => (
        <span key={detail} className="block text-sm text-muted">
          {detail}
        </span>
      ))}
    </>
  )
  if (onOpen)
    return (
      <button
        type="button"
        className="w-full rounded px-1 py-0.5 text-left hover:bg-surface-2"
        aria-label={t('edit', { course: [title, ...details].join(', '), day, from, to })}
        onClick={() => onOpen(id)}
      >
        {words}
      </button>
    )
  return href ? (
    <a href={href} className="block rounded px-1 py-0.5 hover:bg-surface-2">
      {words}
    </a>
  ) : (
    <div className="px-1 py-0.5">{words}</div>
  )
}
