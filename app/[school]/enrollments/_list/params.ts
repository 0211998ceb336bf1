import { enrollmentFilter } from '@/lib/domain/enrollments/schema'

export type Search = Record<string, string | string[] | undefined>

const names = ['q', 'gradeLevel', 'groupCode', 'shift', 'kind', 'status', 'missing', 'waiting'] as const

/** The address's parameters as single texts: the first of several, nothing for an empty one. */
export function singleParams(search: Search): Record<string, string | undefined> {
  const entries = Object.entries(search).map(
    ([name, value]) => [name, Array.isArray(value) ? value[0] : value] as const,
  )
  return Object.fromEntries(entries.filter(([, value]) => value))
}

/**
 * The address as a filter. `year`: an id, or `all`; without it the open years. A value that an old link or a typing hand
 * left behind is passed over, so that the list still opens.
 */
export function filterOf(params: Record<string, string | undefined>): Record<string, string> {
  const given = names.flatMap((name): [string, string][] => {
    const value = params[name]
    return value && enrollmentFilter[name].safeParse(value).success ? [[name, value]] : []
  })
  const { year } = params
  if (year === 'all') given.push(['years', 'all'])
  else if (year && enrollmentFilter.yearId.safeParse(year).success) given.push(['yearId', year])
  return Object.fromEntries(given)
}

/** The same list with some parameters changed; a cursor of the list as it was is never kept. */
export function listHref(
  path: string,
  params: Record<string, string | undefined>,
  change: Record<string, string | null>,
) {
  const { cursor: _, ...kept } = params
  const next = Object.entries({ ...kept, ...change }).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const query = new URLSearchParams(next)
  return query.size > 0 ? `${path}?${query}` : path
}
