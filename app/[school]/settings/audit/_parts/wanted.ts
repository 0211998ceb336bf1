import { only, type SearchParams } from '@/components/layout/search-params'
import { listAuditInput } from '@/lib/domain/audit/schema'

export const filterNames = ['actor', 'entity', 'entityId', 'kind', 'from', 'to'] as const

/** What stands in the address and fits its field; the rest is left out. */
export async function wantedLines(sent: SearchParams) {
  const all = await only(sent, filterNames)
  const fits = filterNames.filter((name) => all[name] && listAuditInput.shape[name].safeParse(all[name]).success)
  return Object.fromEntries(fits.map((name) => [name, all[name] as string]))
}
