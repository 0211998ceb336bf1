import { describe, expect, it } from 'vitest'
import { type Effect, type Focus, press } from './keyboard'

const size = { rows: 36, columns: 10 }
const at = (row: number, column: number, over: Partial<Focus> = {}): Focus => ({
  row,
  column,
  editing: null,
  leaving: false,
  ...over,
})
const textOf = (row: number, column: number) => `${row},${column}`
const hit = (focus: Focus, key: string, { shift = false, command = false, alt = false } = {}) =>
  press(focus, size, { key, shift, command, alt }, textOf)

/** Types keys one after the other, as a browser would: letters go into an open cell. */
function type(focus: Focus, ...keys: string[]) {
  const effects: Effect[] = []
  let now = focus
  for (const key of keys) {
    const step = hit(now, key)
    if (step) {
      now = step.focus
      effects.push(...step.effects)
    } else if (now.editing) now = { ...now, editing: { ...now.editing, text: now.editing.text + key } }
  }
  return { focus: now, effects }
}

describe('moving', () => {
  it.each([
    ['Enter', {}, [6, 5]],
    ['Enter', { shift: true }, [4, 5]],
    ['ArrowDown', {}, [6, 5]],
    ['ArrowUp', {}, [4, 5]],
    ['ArrowLeft', {}, [5, 4]],
    ['ArrowRight', {}, [5, 6]],
    ['Tab', {}, [5, 6]],
    ['Tab', { shift: true }, [5, 4]],
    ['Home', {}, [5, 0]],
    ['End', {}, [5, 9]],
    ['Home', { command: true }, [0, 0]],
    ['End', { command: true }, [35, 9]],
    ['PageDown', {}, [15, 5]],
    ['PageUp', {}, [0, 5]],
    ['ArrowDown', { command: true }, [35, 5]],
  ] as const)('%s %j', (key, modifiers, [row, column]) =>
    expect(hit(at(5, 5), key, modifiers)).toEqual({ focus: at(row, column), effects: [] }),
  )

  it('stays inside, but for Tab, which goes from line to line and leaves at the ends', () => {
    expect(hit(at(35, 9), 'Enter')?.focus).toEqual(at(35, 9))
    expect(hit(at(0, 0), 'ArrowUp')?.focus).toEqual(at(0, 0))
    expect(hit(at(3, 9), 'Tab')?.focus).toEqual(at(4, 0))
    expect(hit(at(4, 0), 'Tab', { shift: true })?.focus).toEqual(at(3, 9))
    expect(hit(at(35, 9), 'Tab')).toBeNull()
    expect(hit(at(0, 0), 'Tab', { shift: true })).toBeNull()
  })

  it('can be left from anywhere: Escape, then Tab', () => {
    const escaped = hit(at(5, 5), 'Escape')!.focus
    expect(hit(escaped, 'Tab')).toBeNull()
    expect(hit(hit(escaped, 'ArrowDown')!.focus, 'Tab')?.focus).toEqual(at(6, 6))
  })
})

describe('typing', () => {
  it('replaces what was there and goes down with Enter', () => {
    const { focus, effects } = type(at(0, 2), '4', ',', '5', 'Enter', '3', 'Enter')
    expect(effects).toEqual([
      { do: 'write', row: 0, column: 2, text: '4,5' },
      { do: 'write', row: 1, column: 2, text: '3' },
    ])
    expect(focus).toEqual(at(2, 2))
  })

  it('goes right with Tab and any way with the arrows', () => {
    expect(type(at(1, 1), '4', 'Tab').focus).toEqual(at(1, 2))
    expect(type(at(1, 1), '4', 'ArrowLeft')).toEqual({
      focus: at(1, 0),
      effects: [{ do: 'write', row: 1, column: 1, text: '4' }],
    })
  })

  it('at the last line writes and stays, at the last cell Tab writes and leaves', () => {
    expect(type(at(35, 0), '4', 'Enter')).toEqual({
      focus: at(35, 0),
      effects: [{ do: 'write', row: 35, column: 0, text: '4' }],
    })
    expect(type(at(35, 9), '4', 'Tab').effects).toHaveLength(1)
  })

  it('Escape restores: nothing is written', () =>
    expect(type(at(1, 1), '4', 'Escape')).toEqual({ focus: at(1, 1), effects: [] }))

  it('Delete empties', () =>
    expect(hit(at(1, 1), 'Delete')?.effects).toEqual([{ do: 'write', row: 1, column: 1, text: '' }]))

  it('takes letters for what is no number', () => {
    for (const letter of ['n', 'e', 't'])
      expect(type(at(0, 0), letter, 'Enter').effects).toEqual([{ do: 'write', row: 0, column: 0, text: letter }])
  })
})

describe('F2', () => {
  it('opens what is there; the arrows left and right are the text’s', () => {
    const opened = hit(at(2, 3), 'F2')!.focus
    expect(opened.editing).toEqual({ text: '2,3', opened: true })
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'a']) expect(hit(opened, key)).toBeNull()
  })

  it('keeps editing when it moves', () => {
    const { focus, effects } = type(at(2, 3), 'F2', 'Enter')
    expect(effects).toEqual([{ do: 'write', row: 2, column: 3, text: '2,3' }])
    expect(focus).toEqual(at(3, 3, { editing: { text: '3,3', opened: true } }))
    expect(type(at(2, 3), 'F2', 'Enter', 'Escape').focus).toEqual(at(3, 3))
  })
})

describe('commands', () => {
  it.each([
    ['z', { command: true }, 'undo'],
    ['Z', { command: true, shift: true }, 'redo'],
    ['y', { command: true }, 'redo'],
    ['f', { command: true }, 'find'],
    ['d', { command: true }, 'fill'],
    ['h', { alt: true }, 'history'],
  ] as const)('%s %j', (key, modifiers, name) =>
    expect(hit(at(1, 1), key, modifiers)).toEqual({ focus: at(1, 1), effects: [{ do: name }] }),
  )

  it('leaves the others to the browser', () => {
    for (const key of ['v', 'r', 's', 'p']) expect(hit(at(1, 1), key, { command: true })).toBeNull()
    expect(hit(at(1, 1), 'F5')).toBeNull()
    expect(hit(at(1, 1, { editing: { text: '4', opened: false } }), 'z', { command: true })).toBeNull()
  })

  it('has nothing to do in an empty grid', () =>
    expect(
      press(at(0, 0), { rows: 0, columns: 3 }, { key: '4', shift: false, command: false, alt: false }, textOf),
    ).toBeNull())
})
