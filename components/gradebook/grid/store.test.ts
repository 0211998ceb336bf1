import { beforeEach, describe, expect, it } from 'vitest'
import type { SavedCell } from '@/lib/domain/gradebook/scores/schema'
import { rebaseScores, type ScoreBody } from './saving'
import { createGridStore, type GridStore } from './store'

let sent: ScoreBody[]
let store: GridStore
const scores = [{ status: 'scored' as const, score: '3', version: 4 }, null]

beforeEach(() => {
  sent = []
  store = createGridStore({
    courseId: 'c',
    periodId: 'p',
    scale: { min: '0', max: '5', decimals: 1 },
    comma: true,
    activities: [{ id: 'a0' }, { id: 'a1' }],
    students: ['s0', 's1', 's2'].map((enrollmentId) => ({
      enrollmentId,
      until: enrollmentId === 's2' ? '2026-04-01' : null,
      scores,
    })),
    send: (call) => sent.push(call.body as ScoreBody),
  })
})

const place = (row: number, column: number) => ({ row, column })
const answer = (body: ScoreBody, over: Partial<SavedCell> = {}): SavedCell[] =>
  body.cells.map(({ activityId, enrollmentId, version }) => ({
    activityId,
    enrollmentId,
    outcome: 'saved',
    version: version + 1,
    ...over,
  }))
const write = (row: number, column: number, text: string) => store.write([{ row, column, text }], 'grid')

describe('writing', () => {
  it('sends the cell with the version that was seen, and marks it saved', () => {
    write(0, 0, '4,5')
    expect(store.cell(place(0, 0)).state).toEqual({ is: 'pending' })
    expect(sent).toEqual([
      {
        courseId: 'c',
        periodId: 'p',
        source: 'grid',
        cells: [{ activityId: 'a0', enrollmentId: 's0', status: 'scored', score: '4.5', version: 4 }],
      },
    ])
    store.saved(sent[0]!, answer(sent[0]!))
    expect(store.cell(place(0, 0))).toEqual({
      value: { status: 'scored', score: '4.5' },
      version: 5,
      state: { is: 'saved' },
    })
  })

  it('sends nothing for what changes nothing', () => {
    write(0, 0, '3,0')
    write(0, 1, '')
    expect(sent).toEqual([])
    expect(store.canUndo()).toBe(false)
  })

  it('keeps what is off the scale as it was typed, and sends it not', () => {
    write(0, 0, '55')
    expect(store.text(place(0, 0))).toBe('55')
    expect(store.cell(place(0, 0))).toMatchObject({
      value: { score: '3' },
      state: { is: 'invalid', problem: 'outOfScale' },
    })
    expect(sent).toEqual([])
    write(0, 0, '3')
    expect(store.cell(place(0, 0)).state).toBeUndefined()
  })

  it('marks the score that is there as late with t, and takes that back', () => {
    write(0, 0, 't')
    expect(store.text(place(0, 0))).toBe('T 3,0')
    write(0, 0, 'T')
    expect(store.text(place(0, 0))).toBe('3,0')
    write(0, 1, 't')
    expect(store.cell(place(0, 1)).state).toMatchObject({ is: 'invalid', problem: 'lateNeedsScore' })
  })

  it('writes nothing for a student who has left', () => {
    write(2, 0, '4')
    expect(sent).toEqual([])
    expect(store.text(place(2, 0))).toBe('3,0')
  })

  it('sends everything of a column that is still open in one call, columns apart', () => {
    store.write(
      [
        { row: 0, column: 0, text: '4' },
        { row: 1, column: 0, text: '2' },
        { row: 0, column: 1, text: 'np' },
      ],
      'paste',
    )
    expect(sent.map(({ cells, source }) => [source, cells.map(({ enrollmentId }) => enrollmentId)])).toEqual([
      ['paste', ['s0', 's1']],
      ['paste', ['s0']],
    ])
    write(1, 1, '5')
    expect(sent.at(-1)!.cells.map(({ enrollmentId }) => enrollmentId)).toEqual(['s0', 's1'])
  })
})

describe('what comes back late', () => {
  it('a newer value stays pending on the new version', () => {
    write(0, 0, '4')
    const [first] = sent
    write(0, 0, '2')
    store.saved(first!, answer(first!))
    expect(store.cell(place(0, 0))).toMatchObject({ value: { score: '2' }, version: 5, state: { is: 'pending' } })
    const next = rebaseScores(sent[1], { cells: answer(first!) }) as ScoreBody
    expect(next.cells[0]).toMatchObject({ score: '2', version: 5 })
  })

  it('a conflict offers both values', () => {
    write(0, 0, '4')
    const current = { status: 'scored' as const, score: '1', version: 9, by: 'Ana' }
    store.saved(sent[0]!, answer(sent[0]!, { outcome: 'conflict', current }))
    expect(store.cell(place(0, 0)).state).toEqual({ is: 'conflict', theirs: current })
    store.keepMine(place(0, 0))
    expect(sent.at(-1)!.cells).toEqual([expect.objectContaining({ score: '4', version: 9 })])
    store.saved(sent.at(-1)!, answer(sent.at(-1)!, { outcome: 'conflict', current }))
    store.takeTheirs(place(0, 0))
    expect(store.cell(place(0, 0))).toMatchObject({ value: { score: '1' }, version: 9 })
  })

  it('a refused call keeps its cells with the reason, and goes again when told', () => {
    write(0, 0, '4')
    store.refused(sent[0]!, 'El periodo no está abierto.')
    expect(store.cell(place(0, 0)).state).toEqual({ is: 'error', reason: 'El periodo no está abierto.' })
    store.retry(place(0, 0))
    expect(sent).toHaveLength(2)
  })

  it('what the device kept is pending again after a reload, unless it had arrived', () => {
    const cell = { activityId: 'a1', enrollmentId: 's0', status: 'scored' as const, score: '5', version: 0 }
    store.restore({ courseId: 'c', periodId: 'p', source: 'grid', cells: [cell] })
    expect(store.cell(place(0, 1))).toMatchObject({ value: { score: '5' }, state: { is: 'pending' } })
    store.restore({ courseId: 'c', periodId: 'p', source: 'grid', cells: [{ ...cell, activityId: 'a0', score: '3' }] })
    expect(store.cell(place(0, 0)).state).toBeUndefined()
    store.restore({ courseId: 'other', periodId: 'p', source: 'grid', cells: [{ ...cell, enrollmentId: 's1' }] })
    expect(store.cell(place(1, 1)).state).toBeUndefined()
  })
})

describe('what cannot be saved as it is', () => {
  it('comes back as it was typed, and asks again before it takes somebody else’s place', () => {
    write(0, 0, '55')
    write(1, 0, '4')
    const current = { status: 'scored' as const, score: '1', version: 9, by: 'Ana' }
    store.saved(sent[0]!, answer(sent[0]!, { outcome: 'conflict', current }))
    const kept = store.unsent()
    expect(kept).toEqual([
      { activityId: 'a0', enrollmentId: 's0', text: '55', version: 4 },
      { activityId: 'a0', enrollmentId: 's1', text: '4,0', version: 4 },
    ])
    store.takeTheirs(place(1, 0))
    write(0, 0, '5')
    expect(store.unsent()).toEqual([])
    sent.length = 0
    store.recall([
      { ...kept[0]!, activityId: 'a1', text: '55' },
      { ...kept[1]!, activityId: 'a1', version: 0 },
    ])
    expect(store.text(place(0, 1))).toBe('55')
    expect(sent.at(-1)!.cells).toEqual([expect.objectContaining({ enrollmentId: 's1', score: '4', version: 0 })])
  })
})

describe('undo', () => {
  it('goes back several steps and forth again, whole blocks at once', () => {
    write(0, 0, '4')
    store.write(
      [
        { row: 0, column: 1, text: '1' },
        { row: 1, column: 1, text: '2' },
      ],
      'paste',
    )
    write(0, 0, '5')
    expect(store.undo()).toMatchObject(place(0, 0))
    store.undo()
    expect([store.text(place(0, 1)), store.text(place(1, 1)), store.text(place(0, 0))]).toEqual(['', '', '4,0'])
    expect(sent.at(-1)).toMatchObject({ source: 'undo' })
    store.undo()
    expect(store.text(place(0, 0))).toBe('3,0')
    expect(store.undo()).toBeNull()
    store.redo()
    store.redo()
    expect([store.text(place(0, 0)), store.text(place(1, 1))]).toEqual(['4,0', '2,0'])
    write(1, 0, '1')
    expect(store.redo()).toBeNull()
  })
})
