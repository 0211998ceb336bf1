'use client'

import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react'
import { useCallback } from 'react'
import { type Effect, type Focus, press } from './keyboard'
import { parseBlock, placeBlock } from './paste'
import type { GridStore, Place } from './store'

type Tools = {
  store: GridStore
  size: { rows: number; columns: number }
  writes: boolean
  now: { current: Focus }
  move: (next: Focus, take?: boolean) => void
  /** What the grid asks of its surroundings. */
  on: {
    find: () => void
    history: () => void
    trace: (row: number) => void
    readOnly: () => void
    filled: (count: number) => void
    pasted: (count: number, outside: number) => void
  }
}

const isTouch = () => window.matchMedia('(pointer: coarse)').matches

function placeOf(target: EventTarget): Place | null {
  const cell = (target as HTMLElement).closest('td')
  const row = cell?.closest('tr')
  return cell && row ? { row: row.sectionRowIndex, column: cell.cellIndex - 1 } : null
}

/** The events of all cells, taken at the table. */
export function useGridKeys({ store, size, writes, now, move, on }: Tools) {
  const textOf = useCallback((row: number, column: number) => store.text({ row, column }), [store])
  const isWritable = (row: number) => writes && !store.isFixed(row)

  const fill = () => {
    const { row, column } = now.current
    const text = store.text({ row, column })
    const below = Array.from({ length: size.rows - row - 1 }, (_, step) => ({ row: row + 1 + step, column }))
    const blank = below.filter((place) => store.text(place) === '' && !store.isFixed(place.row))
    if (text !== '')
      on.filled(
        store.write(
          blank.map((place) => ({ ...place, text })),
          'grid',
        ),
      )
  }

  const travel = (place: Place | null) => place && move({ ...now.current, ...place, editing: null })

  const perform = (effect: Effect) => {
    if (effect.do === 'find' || effect.do === 'history') return on[effect.do]()
    if (!writes) return
    if (effect.do === 'write') {
      const { row, column, text } = effect
      store.write([{ row, column, text }], 'grid')
    } else if (effect.do === 'fill') fill()
    else travel(effect.do === 'undo' ? store.undo() : store.redo())
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !(event.target as HTMLElement).closest('td')) return
    const { key, shiftKey: shift, altKey: alt } = event
    const step = press(now.current, size, { key, shift, alt, command: event.ctrlKey || event.metaKey }, textOf)
    if (!step) return
    const opens = step.focus.editing !== null && !isWritable(step.focus.row)
    if (opens && !now.current.editing) {
      event.preventDefault()
      return on.readOnly()
    }
    // At its ends Tab goes on to whatever comes after the grid.
    if (!(key === 'Tab' && step.focus.row === now.current.row && step.focus.column === now.current.column))
      event.preventDefault()
    for (const effect of step.effects) perform(effect)
    // What opened something else has given the focus away, and undoing has moved it.
    if (step.focus === now.current || step.effects.some((effect) => effect.do !== 'write')) return
    move(opens ? { ...step.focus, editing: null } : step.focus)
  }

  const write = (focus: Focus) => {
    if (focus.editing) store.write([{ row: focus.row, column: focus.column, text: focus.editing.text }], 'grid')
  }

  const open = (place: Place) => move({ ...place, leaving: false, editing: { text: store.text(place), opened: true } })

  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event.target)
    const trace = (event.target as HTMLElement).closest<HTMLElement>('[data-trace]')
    if (trace || !place || event.button !== 0 || place.column >= size.columns) return
    if ((event.target as HTMLElement).closest('input')) return
    event.preventDefault()
    write(now.current)
    if (isTouch() && isWritable(place.row)) open(place)
    else move({ ...place, editing: null, leaving: false })
  }

  const onClick = (event: MouseEvent) => {
    const trace = (event.target as HTMLElement).closest<HTMLElement>('[data-trace]')
    if (trace) on.trace(Number(trace.dataset.trace))
  }

  const onDoubleClick = (event: MouseEvent) => {
    const place = placeOf(event.target)
    if (!place || place.column >= size.columns || now.current.editing) return
    if (isWritable(place.row)) open(place)
    else on.readOnly()
  }

  /** The focus went elsewhere while something was being typed: that counts. */
  const onLeave = useCallback(
    (_: FocusEvent) => {
      const focus = now.current
      if (!focus.editing) return
      store.write([{ row: focus.row, column: focus.column, text: focus.editing.text }], 'grid')
      // React is drawing; the cell closes right after.
      queueMicrotask(() => now.current === focus && move({ ...focus, editing: null }, false))
    },
    [store, now, move],
  )

  const onText = useCallback(
    (text: string) => {
      const focus = now.current
      if (focus.editing) move({ ...focus, editing: { ...focus.editing, text } }, false)
    },
    [now, move],
  )

  const onPaste = (event: ClipboardEvent) => {
    const block = parseBlock(event.clipboardData.getData('text/plain'))
    const single = block.length === 1 && block[0]?.length === 1
    if (single && now.current.editing) return
    event.preventDefault()
    if (!writes) return on.readOnly()
    const { row, column } = now.current
    const { placed, outside } = placeBlock(block, { row, column }, size)
    move({ row, column, editing: null, leaving: false })
    on.pasted(store.write(placed, single ? 'grid' : 'paste'), outside)
  }

  const onCopy = (event: ClipboardEvent) => {
    if (now.current.editing) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', textOf(now.current.row, now.current.column))
  }

  return {
    handlers: { onKeyDown, onMouseDown, onClick, onDoubleClick, onPaste, onCopy },
    onText,
    onLeave,
    fill,
    travel,
  }
}
