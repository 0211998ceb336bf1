'use client'

import { type ChangeEvent, type FocusEvent, memo, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { showScore } from '@/lib/domain/evaluation/scale/rules'
import { averageOf } from './average'
import type { GridData } from './grid-data'
import type { Editing } from './keyboard'
import type { GridStore } from './store'

type GridRowProps = {
  data: GridData
  store: GridStore
  index: number
  /** Column of the focused cell when it is in this row, else -1. */
  active: number
  editing: Editing | null
  locale: string
  /** The page is alive: until then averages are left out, which cost the server more than all the rest of the page. */
  live: boolean
  /** Words behind a cell's sign, by its state. */
  words: Record<'pending' | 'saved' | 'invalid' | 'conflict' | 'error', string>
  onText: (text: string) => void
  onLeave: (event: FocusEvent) => void
}

/** One student. Cells are bare table cells: what they do is the table's business. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { data, store, index, active, editing, locale, live, words, onText, onLeave } = props
  const snapshot = () => store.row(index)
  const row = useSyncExternalStore(store.subscribe, snapshot, snapshot)
  const student = data.students[index]
  const mark = useMemo(() => (live && student ? averageOf(data, row, student) : null), [data, row, student, live])
  if (!student) return null
  return (
    <tr data-active={active >= 0 || undefined} data-gone={student.until ? '' : undefined}>
      <th scope="row">
        <a href={`${data.paths.students}/${student.studentId}`} tabIndex={-1}>
          {student.name}
        </a>
      </th>
      {row.cells.map((cell, column) => {
        const isActive = column === active
        const state = cell.state?.is
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
            key={column}
            tabIndex={isActive ? 0 : undefined}
            data-active={isActive || undefined}
            data-state={state}
            data-late={cell.value.status === 'late' || undefined}
            aria-invalid={state === 'invalid' || undefined}
          >
            {isActive && editing ? (
              <CellInput
                editing={editing}
                onText={onText}
                onLeave={onLeave}
                label={data.activities[column]?.title ?? ''}
              />
            ) : (
              store.text({ row: index, column })
            )}
            {state && state !== 'saved' && <span className="sr-only">, {words[state]}</span>}
          </td>
        )
      })}
      <td data-average="" data-low={mark?.passes === false || undefined}>
        {mark && mark.value !== null && (
          <button type="button" tabIndex={-1} data-trace={index}>
            {showScore(data.rules, mark.value, locale)}
            {mark.level && <small>{data.levels[mark.level]}</small>}
          </button>
        )}
      </td>
    </tr>
  )
})

type CellInputProps = { editing: Editing; label: string } & Pick<GridRowProps, 'onText' | 'onLeave'>

function CellInput({ editing, label, onText, onLeave }: CellInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const { opened } = editing
  useLayoutEffect(() => {
    const own = input.current
    if (!own) return
    own.focus({ preventScroll: true })
    if (opened) own.select()
    else own.setSelectionRange(own.value.length, own.value.length)
  }, [opened])
  return (
    <input
      ref={input}
      value={editing.text}
      aria-label={label}
      inputMode="decimal"
      enterKeyHint="next"
      autoComplete="off"
      maxLength={20}
      onChange={(event: ChangeEvent<HTMLInputElement>) => onText(event.target.value)}
      onBlur={onLeave}
    />
  )
}
