import type { Call } from '@/components/offline/outbox-item'
import { type CellValue, type Scale, sameValue, showCell } from '@/lib/domain/gradebook/scores/rules'
import type { SavedCell, ScoreGrid } from '@/lib/domain/gradebook/scores/schema'
import { blankCell, type Cell, type Theirs, withValue, written } from './cell'
import { cellKey, columnKey, type ScoreBody } from './saving'

export type Place = { row: number; column: number }
export type Row = { enrollmentId: string; cells: readonly Cell[] }
type Change = Place & { cell: Cell }
/** A cell that the device keeps although it cannot be saved as it is. */
export type Unsent = { activityId: string; enrollmentId: string; text: string; version: number }
type Undo = (Place & { before: CellValue; after: CellValue })[]

export type GridStore = ReturnType<typeof createGridStore>

export type GridGiven = {
  courseId: string
  periodId: string
  scale: Scale
  comma: boolean
  activities: readonly { id: string }[]
  students: readonly { enrollmentId: string; until: string | null; scores: ScoreGrid['students'][number]['scores'] }[]
  /** Puts a call into the device's queue. */
  send: (call: Omit<Call, 'idempotencyKey'>) => void
}

const mostUndo = 100

/** The cells of a grid as they stand here, each with what becomes of it. Rows are replaced, never changed. */
export function createGridStore({ courseId, periodId, scale, comma, activities, students, send }: GridGiven) {
  let rows: Row[] = students.map(({ enrollmentId, scores }) => ({
    enrollmentId,
    cells: activities.map((_, column) => {
      const score = scores[column]
      return score ? { value: { status: score.status, score: score.score }, version: score.version } : blankCell
    }),
  }))
  const listeners = new Set<() => void>()
  const undone: Undo[] = []
  let done: Undo[] = []
  const rowOf = new Map(students.map(({ enrollmentId }, row) => [enrollmentId, row]))
  const columnOf = new Map(activities.map(({ id }, column) => [id, column]))

  const cellAt = ({ row, column }: Place): Cell => rows[row]?.cells[column] ?? blankCell
  /** What is sent, or was refused as a whole: it goes along with the next call of its column. */
  const isOpen = ({ state }: Cell) =>
    state?.is === 'pending' || (state?.is === 'error' && state.reason !== 'withdrawn' && state.reason !== 'not_found')
  const isFixed = (row: number) => students[row]?.until != null

  function put(changes: readonly Change[]) {
    const touched = new Map<number, Cell[]>()
    for (const { row, column, cell } of changes) {
      const old = rows[row]
      if (!old || old.cells[column] === cell) continue
      const cells = touched.get(row) ?? [...old.cells]
      cells[column] = cell
      touched.set(row, cells)
    }
    if (touched.size === 0) return
    rows = rows.map((row, index) => {
      const cells = touched.get(index)
      return cells ? { ...row, cells } : row
    })
    for (const listener of listeners) listener()
  }

  /** Everything of the column that is not saved yet goes in one call; the queue keeps the newest. */
  function queue(columns: Iterable<number>, source: ScoreBody['source']) {
    for (const column of new Set(columns)) {
      const activityId = activities[column]?.id
      if (!activityId) continue
      const cells = rows.flatMap(({ enrollmentId, cells: own }) => {
        const cell = own[column]
        if (!cell || !isOpen(cell)) return []
        return [{ activityId, enrollmentId, ...cell.value, version: cell.version }]
      })
      if (cells.length === 0) continue
      const body: ScoreBody = { courseId, periodId, source, cells }
      send({ key: columnKey({ courseId, periodId }, activityId), url: '/api/v1/gradebook/scores', method: 'PUT', body })
    }
  }

  /** Changes cells, remembers how they were, sends what is on the scale. @returns how many changed */
  function change(wanted: readonly Change[], source: ScoreBody['source'], keep = true): number {
    const real = wanted.filter(({ row, column, cell }) => !isFixed(row) && cell !== cellAt({ row, column }))
    const step: Undo = real.flatMap(({ row, column, cell }) => {
      const before = cellAt({ row, column }).value
      return sameValue(before, cell.value) ? [] : [{ row, column, before, after: cell.value }]
    })
    if (keep && step.length > 0) {
      done = [...done, step].slice(-mostUndo)
      undone.length = 0
    }
    put(real)
    queue(
      real.filter(({ cell }) => cell.state?.is === 'pending').map(({ column }) => column),
      source,
    )
    return real.length
  }

  /** @returns the place of the last change that was taken back, or null */
  function travel(from: Undo[], to: Undo[], pick: 'before' | 'after'): Place | null {
    const step = from.pop()
    if (!step) return null
    to.push(step)
    change(
      step.map(({ row, column, ...values }) => ({
        row,
        column,
        cell: withValue(cellAt({ row, column }), values[pick]),
      })),
      'undo',
      false,
    )
    return step[0] ?? null
  }

  function settled(sent: CellValue | undefined, result: SavedCell): Change | null {
    const place = { row: rowOf.get(result.enrollmentId) ?? -1, column: columnOf.get(result.activityId) ?? -1 }
    const cell = cellAt(place)
    if (place.row < 0 || place.column < 0) return null
    const isNewest = sent !== undefined && sameValue(sent, cell.value)
    if (result.outcome === 'saved') {
      const next = { ...cell, version: result.version }
      return { ...place, cell: isNewest && cell.state?.is === 'pending' ? { ...next, state: { is: 'saved' } } : next }
    }
    if (cell.state?.is !== 'pending') return null
    if (result.outcome === 'conflict' && result.current)
      return { ...place, cell: { ...cell, state: { is: 'conflict', theirs: result.current } } }
    if (result.outcome === 'out_of_scale') {
      const text = showCell(cell.value, comma, scale.decimals)
      return { ...place, cell: { ...cell, state: { is: 'invalid', text, problem: 'outOfScale' } } }
    }
    return { ...place, cell: { ...cell, state: { is: 'error', reason: result.outcome } } }
  }

  return {
    rows: () => rows,
    row: (index: number) => rows[index] as Row,
    cell: cellAt,
    isFixed,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Text of a cell as it is read and opened. */
    text(place: Place): string {
      const { state, value } = cellAt(place)
      return state?.is === 'invalid' ? state.text : showCell(value, comma, scale.decimals)
    },
    write(places: readonly (Place & { text: string })[], source: ScoreBody['source']): number {
      return change(
        places.map(({ row, column, text }) => ({ row, column, cell: written(cellAt({ row, column }), text, scale) })),
        source,
      )
    },
    undo: () => travel(done, undone, 'before'),
    redo: () => travel(undone, done, 'after'),
    canUndo: () => done.length > 0,
    /** What the server said of a call; `body` is what was sent. */
    saved(body: ScoreBody, cells: readonly SavedCell[]): void {
      if (body.courseId !== courseId || body.periodId !== periodId) return
      const sent = new Map(body.cells.map((cell) => [cellKey(cell), { status: cell.status, score: cell.score }]))
      put(cells.flatMap((result) => settled(sent.get(cellKey(result)), result) ?? []))
    },
    /** Changes that this device kept from before: they are on their way again. */
    restore(body: ScoreBody): void {
      if (body.courseId !== courseId || body.periodId !== periodId) return
      put(
        body.cells.flatMap((change): Change[] => {
          const place = { row: rowOf.get(change.enrollmentId) ?? -1, column: columnOf.get(change.activityId) ?? -1 }
          const cell = cellAt(place)
          const value = { status: change.status, score: change.score }
          if (place.row < 0 || place.column < 0 || cell.state || sameValue(cell.value, value)) return []
          return [{ ...place, cell: { ...cell, value, version: change.version, state: { is: 'pending' } } }]
        }),
      )
    },
    /** What stands here and is not on its way: off the scale, or beside somebody else's. */
    unsent(): Unsent[] {
      return rows.flatMap(({ enrollmentId, cells }, row) =>
        cells.flatMap(({ state, version }, column) => {
          const activityId = activities[column]?.id
          if (!activityId || (state?.is !== 'invalid' && state?.is !== 'conflict')) return []
          return [{ activityId, enrollmentId, text: this.text({ row, column }), version }]
        }),
      )
    },
    /** Puts it there again, on the version that was seen then: what somebody else wrote since is not overwritten unasked. */
    recall(kept: readonly Unsent[]): void {
      const changes = kept.flatMap(({ activityId, enrollmentId, text, version }): Change[] => {
        const place = { row: rowOf.get(enrollmentId) ?? -1, column: columnOf.get(activityId) ?? -1 }
        const cell = cellAt(place)
        if (place.row < 0 || place.column < 0 || cell.state) return []
        const next = written(cell, text, scale)
        return [{ ...place, cell: next === cell ? cell : { ...next, version } }]
      })
      change(changes, 'grid', false)
    },
    /** The whole call was refused: its cells stay as they were typed, with the reason. */
    refused(body: ScoreBody, reason: string): void {
      if (body.courseId !== courseId || body.periodId !== periodId) return
      put(
        body.cells.flatMap((change): Change[] => {
          const place = { row: rowOf.get(change.enrollmentId) ?? -1, column: columnOf.get(change.activityId) ?? -1 }
          const cell = cellAt(place)
          if (cell.state?.is !== 'pending') return []
          return [{ ...place, cell: { ...cell, state: { is: 'error', reason } } }]
        }),
      )
    },
    /** Cells that were refused are sent once more. */
    retry(place: Place): void {
      const cell = cellAt(place)
      if (cell.state?.is !== 'error') return
      put([{ ...place, cell: { ...cell, state: { is: 'pending' } } }])
      queue([place.column], 'grid')
    },
    keepMine(place: Place): void {
      const cell = cellAt(place)
      if (cell.state?.is !== 'conflict') return
      put([{ ...place, cell: { ...cell, version: cell.state.theirs.version, state: { is: 'pending' } } }])
      queue([place.column], 'grid')
    },
    takeTheirs(place: Place): void {
      const cell = cellAt(place)
      if (cell.state?.is !== 'conflict') return
      const { status, score, version }: Theirs = cell.state.theirs
      put([{ ...place, cell: { value: { status, score }, version, state: { is: 'saved' } } }])
    },
  }
}
