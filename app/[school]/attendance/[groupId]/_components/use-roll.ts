'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { newKey } from '@/components/offline/new-key'
import type { Item } from '@/components/offline/outbox-item'
import { useOutbox } from '@/components/offline/use-outbox'
import type { AttendanceStatus, Roll, RollRow } from '@/lib/domain/attendance/schema'
import { attendanceOutbox, markPrefix, takeKey } from './roll-keys'

type Said = { status: AttendanceStatus; minutesLate: number | null }
type Marked = Said & { enrollmentId: string; recordId: string; version: number; began: boolean }
type Took = { rows: { enrollmentId: string; recordId: string; status: AttendanceStatus; version: number }[] }
type Taken = { by: string | null; at: string | null }

/** A student's line: what is stored, what the person has said since, and how that is getting on. */
export type Line = RollRow & { item: Item | undefined }

const marksUrl = '/api/v1/attendance/marks'
const listsUrl = '/api/v1/attendance/lists'

/** The list of a page: ticks go to the device's queue at once and from there to the server, one small call each. */
export function useRoll(roll: Roll, reason: string) {
  const place = useMemo(
    () => ({ classGroupId: roll.group.id, day: roll.day, lesson: roll.lesson }),
    [roll.group.id, roll.day, roll.lesson],
  )
  const prefix = markPrefix(place)
  const { outbox, state } = useOutbox(attendanceOutbox)
  const [rows, setRows] = useState(() => new Map(roll.rows.map((row) => [row.enrollmentId, row])))
  const [taken, setTaken] = useState<Taken | null>(roll.list && { by: roll.list.takenBy, at: roll.list.takenAt })
  const undone = useRef<(Said & { enrollmentId: string })[]>([])
  const [undoable, setUndoable] = useState(0)

  useEffect(
    () =>
      outbox.onSaved(({ call, answer }) => {
        if (call.key === takeKey(place)) {
          const known = new Map((answer as Took).rows.map((row) => [row.enrollmentId, row]))
          setRows((before) => patch(before, (row) => known.get(row.enrollmentId)))
        } else if (call.key.startsWith(prefix)) {
          const { began, ...mark } = answer as Marked
          // The list was begun with everybody else as they were shown.
          setRows((before) =>
            patch(before, (row) => {
              if (row.enrollmentId === mark.enrollmentId) return mark
              return began && row.version === 0 ? { version: 1 } : undefined
            }),
          )
        } else return
        setTaken((before) => before ?? { by: null, at: null })
      }),
    [outbox, prefix, place],
  )

  const items = useMemo(
    () =>
      new Map(
        state.items.filter(({ key }) => key.startsWith(prefix)).map((item) => [item.key.slice(prefix.length), item]),
      ),
    [state.items, prefix],
  )
  const lines = useMemo(
    () =>
      [...rows.values()].map(
        (row): Line => ({ ...row, ...saidIn(items.get(row.enrollmentId)), item: items.get(row.enrollmentId) }),
      ),
    [rows, items],
  )

  function send(enrollmentId: string, { status, minutesLate }: Said, version = rows.get(enrollmentId)?.version ?? 0) {
    const body = { ...place, enrollmentId, status, minutesLate, version, ...(roll.closed ? { reason } : {}) }
    outbox.put({ key: prefix + enrollmentId, url: marksUrl, method: 'PUT', body, idempotencyKey: newKey() })
  }

  return {
    outbox,
    state,
    lines,
    taken,
    /** Whether something of this very list is still on its way. */
    busy: items.size > 0,
    undoable,
    mark(enrollmentId: string, status: AttendanceStatus, minutesLate: number | null = null) {
      const before = lines.find((line) => line.enrollmentId === enrollmentId)
      if (!before) return
      undone.current.push({ enrollmentId, status: before.status, minutesLate: before.minutesLate })
      setUndoable(undone.current.length)
      send(enrollmentId, { status, minutesLate })
    },
    undo() {
      const last = undone.current.pop()
      setUndoable(undone.current.length)
      if (last) send(last.enrollmentId, last)
    },
    /** Everybody as shown: the list counts as taken. */
    takeAll: () =>
      outbox.put({ key: takeKey(place), url: listsUrl, method: 'POST', body: place, idempotencyKey: newKey() }),
    /** Of two who disagree: what this person said, on top of what is stored. */
    keepMine(line: Line) {
      const current = line.item?.refusal?.current as { version?: number } | undefined
      send(line.enrollmentId, line, current?.version)
    },
    /** Gives up the own change and shows what is stored. */
    giveUp(line: Line) {
      const current = line.item?.refusal?.current as Partial<RollRow> | undefined
      outbox.remove(prefix + line.enrollmentId)
      if (current)
        setRows((before) => patch(before, (row) => (row.enrollmentId === line.enrollmentId ? current : undefined)))
    },
    retry: (line: Line) => outbox.retry(prefix + line.enrollmentId),
  }
}

function saidIn(item: Item | undefined): Said | undefined {
  if (!item) return undefined
  const { status, minutesLate } = item.body as Said
  return { status, minutesLate }
}

function patch(
  rows: Map<string, RollRow>,
  change: (row: RollRow) => Partial<RollRow> | undefined,
): Map<string, RollRow> {
  return new Map([...rows].map(([id, row]) => [id, { ...row, ...change(row) }]))
}
