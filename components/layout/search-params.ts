export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The parameters that this list knows, each once; others and repeated ones are left out. */
export async function only<Name extends string>(
  sent: SearchParams,
  names: readonly Name[],
): Promise<Partial<Record<Name, string>>> {
  const all = await sent
  const known = names.flatMap((name) => {
    const value = all[name]
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
  })
  return Object.fromEntries(known) as Partial<Record<Name, string>>
}

/** The address of the same list from `cursor` on. */
export function nextHref(path: string, params: Record<string, string>, cursor: string | null): string | null {
  return cursor ? `${path}?${new URLSearchParams({ ...params, cursor })}` : null
}
