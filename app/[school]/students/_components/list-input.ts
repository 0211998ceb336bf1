import { type ListStudentsInput, listStudentsInput } from '@/lib/domain/students/schema'

export type ListParams = Record<string, string | undefined>

/** What stands in the address and reaches the query: unknown names and values that fit nothing are left out. */
export function listInput(params: ListParams): ListStudentsInput {
  const { status, active, ...rest } = params
  const wanted: ListParams = {
    ...rest,
    ...(status === 'none' ? { enrolled: 'false' } : { status }),
    ...(active === 'all' ? {} : { active: active === 'false' ? 'false' : 'true' }),
  }
  const known = Object.entries(listStudentsInput.shape).filter(
    ([name, field]) => wanted[name] !== undefined && field.safeParse(wanted[name]).success,
  )
  return Object.fromEntries(known.map(([name]) => [name, wanted[name]]))
}

/** Names of the parameters that narrow the list, as they stand in the address. */
export const filterNames = ['yearId', 'gradeLevel', 'groupCode', 'status', 'missing', 'active'] as const

/** One value per name; a name that is given twice counts once. */
export function singleParams(sent: Record<string, string | string[] | undefined>): ListParams {
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
}

export function listHref(path: string, params: ListParams, cursor?: string | null): string {
  const kept = ['q', ...filterNames].filter((name) => params[name])
  const query = new URLSearchParams(kept.map((name) => [name, params[name] ?? '']))
  if (cursor) query.set('cursor', cursor)
  return query.size > 0 ? `${path}?${query}` : path
}
