/** One value per name; a name that is given twice counts once. */
export function singleParams(sent: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
}

type Field = { safeParse: (value: unknown) => { success: boolean } }

/** What stands in the address and fits a query's input: unknown names and values that fit nothing are left out. */
export function knownParams(shape: Record<string, Field>, params: Record<string, string | undefined>) {
  const known = Object.entries(shape).filter(([name, field]) => params[name] && field.safeParse(params[name]).success)
  return Object.fromEntries(known.map(([name]) => [name, params[name]]))
}

export function withParams(path: string, params: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams(Object.entries(params).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `${path}?${query}` : path
}
