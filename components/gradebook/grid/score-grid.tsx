'use client'

import { History, Undo2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { OutboxStatus } from '@/components/offline/outbox-status'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { CellNote } from './cell-note'
import type { GridData } from './grid-data'
import { GridRow } from './grid-row'
import type { HistoryOf } from './history-drawer'
import { KeyHelp } from './key-help'
import { columnKey } from './saving'
import { StudentJump } from './student-jump'
import { UnsavedLink } from './unsaved-link'
import { useGridFocus } from './use-grid-focus'
import { useGridKeys } from './use-grid-keys'
import { useGridStore } from './use-grid-store'

const HistoryDrawer = dynamic(() => import('./history-drawer').then((module) => module.HistoryDrawer), {
  loading: () => null,
})

/** An average that is asked about. */
export type AskedMark = { courseOfferingId: string; academicPeriodId: string; enrollmentId: string }

type ScoreGridProps = {
  packed: string
  /** Tells how an average came about. */
  trace: (mark: AskedMark, close: () => void) => ReactNode
}

/** Students × activities: frozen names and headings, one Tab stop, every cell saved by itself. */
export function ScoreGrid({ packed, trace }: ScoreGridProps) {
  const t = useTranslations('scoreGrid')
  const locale = useLocale()
  const comma = locale.startsWith('es')
  const data = useMemo(() => JSON.parse(packed) as GridData, [packed])
  const { store, outbox, state } = useGridStore(data, comma)
  const table = useRef<HTMLTableElement>(null)
  const finder = useRef<HTMLInputElement>(null)
  const { focus, now, move } = useGridFocus(table)
  const [history, setHistory] = useState<HistoryOf | null>(null)
  const [traced, setTraced] = useState<AskedMark | null>(null)
  const live = useSyncExternalStore(unchanging, alive, notYet)
  const size = { rows: data.students.length, columns: data.activities.length }

  const openHistory = () => {
    const { row, column } = now.current
    const [student, activity] = [data.students[row], data.activities[column]]
    if (!student || !activity) return
    const title = `${student.name} · ${activity.title}`
    setHistory({ activityId: activity.id, enrollmentId: student.enrollmentId, title })
  }
  const undone = () => keys.travel(store.undo())
  const keys = useGridKeys({
    store,
    size,
    writes: data.writes,
    now,
    move,
    on: {
      find: () => finder.current?.focus(),
      history: openHistory,
      trace: async (row) => {
        const enrollmentId = data.students[row]?.enrollmentId
        if (!enrollmentId) return
        // What is told is what is saved.
        await outbox.flush()
        const { courseId, periodId } = data.course
        setTraced({ courseOfferingId: courseId, academicPeriodId: periodId, enrollmentId })
      },
      readOnly: () => toast({ tone: 'warning', text: t(data.writes ? 'studentGone' : 'readOnly'), id: 'read-only' }),
      filled: (count) =>
        toast({ tone: 'ok', text: t('filled', { count }), action: { label: t('undo'), onClick: undone } }),
      pasted: (count, outside) => {
        const detail = outside > 0 ? { detail: t('pastedOutside', { count: outside }) } : {}
        toast({ tone: outside > 0 ? 'warning' : 'ok', text: t('pasted', { count }), ...detail })
      },
    },
  })
  const words = {
    pending: t(state.offline ? 'state.offline' : 'state.pending'),
    saved: t('state.saved'),
    invalid: t('state.invalid'),
    conflict: t('state.conflict'),
    error: t('state.error'),
  }
  const wordsKey = words.pending
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the connection only
  const steadyWords = useMemo(() => words, [wordsKey])
  const refocus = () => move({ ...now.current, editing: null })
  const discard = (at: { column: number }) => {
    const activity = data.activities[at.column]
    if (activity) outbox.remove(columnKey(data.course, activity.id))
    window.location.reload()
  }
  const code = (text: string) => () => {
    const { row, column } = now.current
    store.write([{ row, column, text }], 'grid')
    move({ ...now.current, row: Math.min(row + 1, size.rows - 1), editing: null })
  }

  return (
    <div className="score-grid" data-offline={state.offline || undefined}>
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2" data-print="hide">
        <div className="grid-columns-choice">
          <Select
            aria-label={t('activity')}
            value={String(focus.column)}
            options={data.activities.map(({ title }, column) => ({ value: String(column), label: title }))}
            onChange={(event) => move({ ...focus, column: Number(event.target.value), editing: null }, false)}
          />
        </div>
        <StudentJump
          names={data.students.map(({ name }) => name)}
          input={finder}
          onJump={(row) => move({ ...now.current, row, editing: null, leaving: false })}
        />
        {data.writes && (
          <Button size="sm" variant="ghost" icon={<Undo2 aria-hidden="true" />} onClick={undone}>
            {t('undo')}
          </Button>
        )}
        <Button size="sm" variant="ghost" icon={<History aria-hidden="true" />} onClick={openHistory}>
          {t('history')}
        </Button>
        <KeyHelp />
        <span className="ml-auto flex flex-wrap items-center gap-x-3">
          <UnsavedLink
            store={store}
            onGo={(enrollmentId, activityId) =>
              move({
                ...now.current,
                row: data.students.findIndex((student) => student.enrollmentId === enrollmentId),
                column: data.activities.findIndex(({ id }) => id === activityId),
                editing: null,
                leaving: false,
              })
            }
          />
          <OutboxStatus outbox={outbox} state={state} />
        </span>
      </div>
      {/* On a phone there is room for one column: the chosen one. */}
      <style>{phoneColumn(focus.column)}</style>
      <div className="grid-frame">
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA, on a table
          role="grid"
          aria-label={t('label')}
          aria-readonly={!data.writes || undefined}
          {...keys.handlers}
        >
          <thead>
            <tr>
              <th scope="col">{t('student')}</th>
              {data.activities.map(({ id, title, weight }) => (
                <th key={id} scope="col">
                  <a href={`${data.paths.activities}/${id}`} title={title} tabIndex={-1}>
                    {title}
                  </a>
                  {data.rules.activities.by !== 'equal' && <small>{comma ? weight.replace('.', ',') : weight} %</small>}
                </th>
              ))}
              <th scope="col">{t('average')}</th>
            </tr>
          </thead>
          <tbody>
            {data.students.map(({ enrollmentId }, row) => (
              <GridRow
                key={enrollmentId}
                data={data}
                store={store}
                index={row}
                active={focus.row === row ? focus.column : -1}
                editing={focus.row === row ? focus.editing : null}
                locale={locale}
                live={live}
                words={steadyWords}
                onText={keys.onText}
                onLeave={keys.onLeave}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="grid-note">
        <CellNote data={data} store={store} at={focus} comma={comma} onDone={refocus} onDiscard={discard} />
      </div>
      {data.writes && (
        <div className="grid-codes">
          <Button size="sm" onClick={code('np')}>
            {t('codes.np')}
          </Button>
          <Button size="sm" onClick={code('ex')}>
            {t('codes.ex')}
          </Button>
          <Button size="sm" onClick={code('t')}>
            {t('codes.t')}
          </Button>
        </div>
      )}
      {history && <HistoryDrawer of={history} onClose={() => setHistory(null)} />}
      {traced && trace(traced, () => setTraced(null))}
    </div>
  )
}

/** False on the server and while the page comes alive, true from then on. */
const unchanging = () => () => undefined
const alive = () => true
const notYet = () => false

const phoneColumn = (column: number) =>
  `@media screen and (width < 44rem){.score-grid :is(thead,tbody) tr>:nth-child(n+2):not(:nth-child(${column + 2})){display:none}}`
