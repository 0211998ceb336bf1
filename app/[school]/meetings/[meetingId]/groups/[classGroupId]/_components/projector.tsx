'use client'

import { ChevronLeft, ChevronRight, Maximize, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { LinkButton } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select'
import type { MeetingStudents } from '@/lib/domain/meetings/students/schema'
import { Decisions } from './decisions'
import { StudentFile } from './student-file'
import { StudentMarks } from './student-marks'

type ProjectorProps = {
  slug: string
  /** Address of the meeting. */
  back: string
  /** MeetingStudents as JSON. */
  packed: string
  locale: string
  grades: Record<string, string>
  decides: boolean
  /** Why nothing can be decided. */
  note: string | null
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]') !== null

/** One student after another over the whole screen: arrows move, P leaves those with failed areas, Escape leads back. */
export function Projector({ slug, back, packed, locale, grades, decides, note }: ProjectorProps) {
  const t = useTranslations('meetings.present')
  const router = useRouter()
  const frame = useRef<HTMLElement>(null)
  const data = useMemo(() => JSON.parse(packed) as MeetingStudents, [packed])
  const [onlyFailing, setOnlyFailing] = useState(false)
  const [current, setCurrent] = useState(data.students[0]?.enrollmentId)
  const shown = onlyFailing ? data.students.filter(({ failed }) => failed.length > 0) : data.students
  const found = shown.findIndex(({ enrollmentId }) => enrollmentId === current)
  const index = Math.max(found, 0)
  const student = shown[index]
  const move = (step: number) => {
    const next = shown[Math.min(Math.max(index + step, 0), shown.length - 1)]
    if (next) setCurrent(next.enrollmentId)
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isWriting(event.target)) return
      const key = event.key.toLowerCase()
      if (key === 'arrowleft' || key === 'pageup') move(-1)
      else if (key === 'arrowright' || key === 'pagedown') move(1)
      else if (key === 'p') setOnlyFailing((before) => !before)
      else if (key === 'escape' && !document.fullscreenElement) router.push(back)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
  return (
    <section ref={frame} className="projector" aria-label={t('title', { group: data.group.code })}>
      <div className="projector-bar">
        <LinkButton href={back} size="sm" icon={<X aria-hidden="true" />}>
          {t('exit')}
        </LinkButton>
        <strong>{data.group.code}</strong>
        <div className="flex items-center gap-2">
          <Button size="sm" icon={<ChevronLeft aria-hidden="true" />} disabled={index === 0} onClick={() => move(-1)}>
            {t('previous')}
          </Button>
          <span className="nums" role="status">
            {t('position', { n: shown.length === 0 ? 0 : index + 1, total: shown.length })}
          </span>
          <Button
            size="sm"
            icon={<ChevronRight aria-hidden="true" />}
            disabled={index >= shown.length - 1}
            onClick={() => move(1)}
          >
            {t('next')}
          </Button>
        </div>
        <Select
          className="max-w-72"
          aria-label={t('jump')}
          value={student?.enrollmentId ?? ''}
          options={shown.map(({ enrollmentId, name }) => ({ value: enrollmentId, label: name }))}
          onChange={(event) => {
            setCurrent(event.target.value)
            event.target.blur()
          }}
        />
        <Checkbox
          label={t('onlyFailing')}
          checked={onlyFailing}
          onChange={(event) => setOnlyFailing(event.target.checked)}
        />
        <Button
          size="sm"
          className="ml-auto max-md:hidden"
          icon={<Maximize aria-hidden="true" />}
          onClick={() => void frame.current?.requestFullscreen()}
        >
          {t('fullScreen')}
        </Button>
      </div>
      <div className="projector-body">
        {student ? (
          <>
            <h1 className="projector-name">{student.name}</h1>
            <p className={student.failed.length > 0 ? 'font-semibold text-danger' : 'text-ok'}>
              {student.failed.length > 0
                ? `▼ ${t('failed', { count: student.failed.length })}: ${student.failed.join(', ')}`
                : `✓ ${t('failedNone')}`}
            </p>
            <div className="projector-columns">
              <div className="grid grid-cols-1 content-start gap-4">
                <StudentMarks student={student} periods={data.periods} locale={locale} />
                <StudentFile student={student} locale={locale} />
              </div>
              <Decisions
                key={student.enrollmentId}
                slug={slug}
                meeting={data.meeting}
                student={student}
                grades={grades}
                decides={decides}
                note={note}
              />
            </div>
          </>
        ) : (
          <div className="grid justify-items-start gap-3">
            <p>{t('noneFailing', { group: data.group.code })}</p>
            <Button onClick={() => setOnlyFailing(false)}>{t('showAll')}</Button>
          </div>
        )}
        <p className="mt-4 text-sm text-muted max-md:hidden">{t('keys')}</p>
      </div>
    </section>
  )
}
