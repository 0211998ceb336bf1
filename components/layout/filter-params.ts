import { showDay } from '@/lib/shared/dates'
import type { Filter } from './filter-bar'

type Params = Record<string, string | undefined>

/** What each chip says: «Grado: 6°». A value that is no longer offered still shows, so that it can be removed. */
export function activeFilters(filters: readonly Filter[], params: Params): { name: string; text: string }[] {
  return filters.flatMap(({ name, label, kind, options }) => {
    const value = params[name]
    if (!value) return []
    const word = options?.find((option) => option.value === value)?.label ?? (kind === 'day' ? showDay(value) : value)
    return [{ name, text: `${label}: ${word}` }]
  })
}

/** The list's address with the known parameters, but for those in `gone`; a cursor of the old list is never kept. */
export function withoutParams(path: string, params: Params, known: readonly string[], gone: readonly string[]): string {
  const rest = known.filter((name) => params[name] && !gone.includes(name))
  const query = new URLSearchParams(rest.map((name) => [name, params[name] ?? '']))
  return query.size ? `${path}?${query}` : path
}
