/** A cell that is being written in: by typing over what was there, or by opening what was there (F2). */
export type Editing = { text: string; opened: boolean }

export type Focus = {
  row: number
  column: number
  editing: Editing | null
  /** Escape was pressed: the next Tab leaves the grid. */
  leaving: boolean
}

export type Press = { key: string; shift: boolean; command: boolean; alt: boolean }

export type Effect =
  /** What was typed counts from now on. */
  { do: 'write'; row: number; column: number; text: string } | { do: 'undo' | 'redo' | 'find' | 'history' | 'fill' }

export type Step = { focus: Focus; effects: Effect[] }

export type Size = { rows: number; columns: number }

const page = 10

const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))

function moved(focus: Focus, size: Size, rows: number, columns: number): Focus {
  return {
    row: within(focus.row + rows, size.rows),
    column: within(focus.column + columns, size.columns),
    editing: null,
    leaving: false,
  }
}

/** Tab goes through the grid line by line. @returns null at its ends: there Tab leaves it */
function tabbed(focus: Focus, size: Size, back: boolean): Focus | null {
  const at = focus.row * size.columns + focus.column + (back ? -1 : 1)
  if (at < 0 || at >= size.rows * size.columns) return null
  return { row: Math.floor(at / size.columns), column: at % size.columns, editing: null, leaving: false }
}

function movement(focus: Focus, size: Size, { key, shift, command }: Press): Focus | null | undefined {
  switch (key) {
    case 'ArrowDown':
      return moved(focus, size, command ? size.rows : 1, 0)
    case 'ArrowUp':
      return moved(focus, size, command ? -size.rows : -1, 0)
    case 'ArrowRight':
      return moved(focus, size, 0, command ? size.columns : 1)
    case 'ArrowLeft':
      return moved(focus, size, 0, command ? -size.columns : -1)
    case 'Enter':
      return moved(focus, size, shift ? -1 : 1, 0)
    case 'Tab':
      return focus.leaving ? null : tabbed(focus, size, shift)
    case 'Home':
      return moved(focus, size, command ? -size.rows : 0, -size.columns)
    case 'End':
      return moved(focus, size, command ? size.rows : 0, size.columns)
    case 'PageDown':
      return moved(focus, size, page, 0)
    case 'PageUp':
      return moved(focus, size, -page, 0)
  }
  return undefined
}

const commands: Record<string, 'undo' | 'redo' | 'find' | 'fill'> = {
  z: 'undo',
  y: 'redo',
  f: 'find',
  d: 'fill',
}

/** In an opened cell these belong to the text. */
const caretKeys = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End'])

/** What was typed is written; where the cell had been opened, the next one opens too. */
function whileEditing(focus: Focus, editing: Editing, size: Size, press: Press, textOf: TextOf): Step | null {
  if (press.key === 'Escape') return { focus: { ...focus, editing: null, leaving: false }, effects: [] }
  if (press.command || press.alt) return null
  if (editing.opened && caretKeys.has(press.key)) return null
  const goal = movement(focus, size, press)
  if (goal === undefined) return null
  const effects: Effect[] = [{ do: 'write', row: focus.row, column: focus.column, text: editing.text }]
  if (goal === null) return { focus: { ...focus, editing: null }, effects }
  const stays = goal.row === focus.row && goal.column === focus.column
  const opens = editing.opened && !stays
  return { focus: opens ? { ...goal, editing: { text: textOf(goal.row, goal.column), opened: true } } : goal, effects }
}

type TextOf = (row: number, column: number) => string

/**
 * The grid's keyboard: one Tab stop; Enter ↓, Shift+Enter ↑, arrows, Tab →; typing replaces, F2 opens, Escape restores.
 * @param textOf what a cell shows, for opening it
 * @returns null when the key is none of the grid's: the browser does with it what it always does
 */
export function press(focus: Focus, size: Size, key: Press, textOf: TextOf): Step | null {
  if (size.rows === 0 || size.columns === 0) return null
  if (focus.editing) return whileEditing(focus, focus.editing, size, key, textOf)
  const only = (name: Exclude<Effect['do'], 'write'>): Step => ({ focus, effects: [{ do: name }] })
  if (key.command && !key.alt) {
    const name = commands[key.key.toLowerCase()]
    if (name) return only(name === 'undo' && key.shift ? 'redo' : name)
  }
  if (key.alt) return key.key.toLowerCase() === 'h' && !key.command ? only('history') : null
  if (key.key === 'Escape') return { focus: { ...focus, leaving: true }, effects: [] }
  const goal = movement(focus, size, key)
  if (goal === null) return null
  if (goal) return { focus: goal, effects: [] }
  if (key.command) return null
  if (key.key === 'F2')
    return {
      focus: { ...focus, leaving: false, editing: { text: textOf(focus.row, focus.column), opened: true } },
      effects: [],
    }
  if (key.key === 'Delete' || key.key === 'Backspace')
    return {
      focus: { ...focus, leaving: false },
      effects: [{ do: 'write', row: focus.row, column: focus.column, text: '' }],
    }
  if ([...key.key].length === 1 && key.key !== ' ')
    return { focus: { ...focus, leaving: false, editing: { text: key.key, opened: false } }, effects: [] }
  return null
}
