import { getPath, leaves, sameShown, setPath } from './form-path'

export type Clash = { path: string; mine: unknown; theirs: unknown; choice: 'mine' | 'theirs' }

/**
 * What two people changed at the same time.
 * @param base as the form was opened
 * @param mine as it is typed now
 * @param theirs as it is saved now
 * @returns one entry per field that somebody else changed to something other than what is typed; a field that only
 * they touched proposes theirs
 */
export function clashes(base: unknown, mine: unknown, theirs: unknown): Clash[] {
  return leaves(mine).flatMap(([path, value]) => {
    const saved = getPath(theirs, path)
    if (path === 'version' || saved === undefined) return []
    if (sameShown(saved, value) || sameShown(saved, getPath(base, path))) return []
    const untouched = sameShown(value, getPath(base, path))
    return [{ path, mine: value, theirs: saved, choice: untouched ? ('theirs' as const) : ('mine' as const) }]
  })
}

/** What is typed, with the saved value wherever it was chosen, and the saved version. */
export function settle<V>(mine: V, theirs: unknown, chosen: readonly Clash[]): V {
  const settled = chosen
    .filter((clash) => clash.choice === 'theirs')
    .reduce((values, clash) => setPath(values, clash.path, clash.theirs), mine)
  const version = getPath(theirs, 'version')
  return version === undefined ? settled : setPath(settled, 'version', version)
}
