import type { ImportKind } from '@/lib/domain/imports/schema'

/** Where the record that a row speaks of can be seen. */
export function recordHref(slug: string, kind: ImportKind, id: string | null | undefined): string | null {
  if (!id) return null
  if (kind === 'students') return `/${slug}/students/${id}`
  return kind === 'users' ? `/${slug}/settings/people/${id}` : null
}
