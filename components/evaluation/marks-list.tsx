'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import type { AreaMarks, StudentMarks } from '@/lib/domain/evaluation/results/student/schema'
import type { NationalLevel } from '@/lib/domain/evaluation/schema'
import { levelTone } from './level-tone'
import { TracePanel } from './trace-panel'
import type { ExplanationDoor, MarkAddress } from './use-explanation'

type Shown = Pick<AreaMarks['subjects'][number]['year'], 'shown' | 'level' | 'recovery'>
export type MarkTexts = {
  levels: Record<NationalLevel, string>
  year: string
  area: string
  inWords: string
  none: string
}

type Props = Pick<StudentMarks, 'areas' | 'periods'> & {
  enrollmentId: string
  texts: MarkTexts
  /** Where the way to a mark is asked for; the staff's unless said. */
  door?: ExplanationDoor
}

/** A card for each area; every mark of a subject opens the way to it. */
export function MarksList({ areas, periods, enrollmentId, texts, door }: Props) {
  const [asked, setAsked] = useState<MarkAddress>()
  const cell = (mark: Shown) => <MarkText mark={mark} texts={texts} />
  const ask = (courseOfferingId: string, academicPeriodId?: string) =>
    setAsked({ courseOfferingId, enrollmentId, ...(academicPeriodId ? { academicPeriodId } : {}) })
  return (
    <>
      {areas.map((area) => (
        <Card key={area.id} className="grid gap-3">
          <h2 className="font-semibold">{area.name}</h2>
          {area.subjects.map(({ courseOfferingId, name, inWords, periods: marks, year }) => (
            <div key={courseOfferingId} className="grid gap-2 border-t border-border pt-3 md:grid-cols-[14rem_1fr]">
              <p className="font-medium">{name}</p>
              {inWords ? (
                <p className="text-muted">{texts.inWords}</p>
              ) : (
                <div className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-5">
                  {marks.map((mark, index) => (
                    <MarkButton
                      key={mark.periodId}
                      label={periods[index]?.name ?? ''}
                      about={name}
                      onClick={() => ask(courseOfferingId, mark.periodId)}
                    >
                      {cell(mark)}
                    </MarkButton>
                  ))}
                  <MarkButton label={texts.year} about={name} onClick={() => ask(courseOfferingId)}>
                    {cell(year)}
                  </MarkButton>
                </div>
              )}
            </div>
          ))}
          {area.subjects.length > 1 && (
            <AreaLine area={area} periods={periods} label={texts.area} year={texts.year} cell={cell} />
          )}
        </Card>
      ))}
      {asked && <TracePanel mark={asked} {...(door ? { door } : {})} onClose={() => setAsked(undefined)} />}
    </>
  )
}

type ButtonProps = { label: string; about: string; onClick: () => void; children: React.ReactNode }

function MarkButton({ label, about, onClick, children }: ButtonProps) {
  const t = useTranslations('explanation')
  return (
    <button
      type="button"
      className="grid min-h-(--control) content-start gap-1 rounded border border-border p-2 text-left hover:bg-surface-2"
      title={t('open')}
      onClick={onClick}
    >
      <span className="text-sm text-muted">
        <span className="sr-only">{about}: </span>
        {label}
      </span>
      {children}
    </button>
  )
}

function MarkText({ mark: { shown, level, recovery }, texts }: { mark: Shown; texts: MarkTexts }) {
  const t = useTranslations('explanation')
  const locale = useLocale()
  const local = (score: string) => (locale.startsWith('es') ? score.replace('.', ',') : score)
  if (shown === null || level === null) return <span className="text-muted">{texts.none}</span>
  return (
    <span className="grid gap-1">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="nums font-semibold">{local(shown)}</span>
        <Badge tone={levelTone[level]}>{texts.levels[level]}</Badge>
      </span>
      {recovery?.original && (
        <span className="nums text-sm text-muted">
          {t('recovered', { original: local(recovery.original), score: local(recovery.score) })}
        </span>
      )}
    </span>
  )
}

type AreaLineProps = {
  area: AreaMarks
  periods: Props['periods']
  label: string
  year: string
  cell: (mark: Shown) => React.ReactNode
}

/** What the subjects make together; nothing for who sees only some of them. */
function AreaLine({ area: { marks }, periods, label, year, cell }: AreaLineProps) {
  if (!marks) return null
  const all = [
    ...marks.periods.map((mark, index) => ({ name: periods[index]?.name ?? '', mark })),
    { name: year, mark: marks.year },
  ]
  return (
    <div className="grid gap-2 border-t border-border pt-3 md:grid-cols-[14rem_1fr]">
      <p className="font-medium">{label}</p>
      <dl className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-5">
        {all.map(({ name, mark }) => (
          <div key={name} className="grid content-start gap-1 p-2">
            <dt className="text-sm text-muted">{name}</dt>
            <dd>{cell(mark)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
