import { getTranslations } from 'next-intl/server'
import type { MenuItem } from '@/components/ui/menu-item'
import type { SchoolContext } from '@/lib/platform/context'
import { can } from '@/lib/platform/permissions'

/** The way from a record to its history, for who may read the school's. */
export async function historyMenu(ctx: SchoolContext, entity: string, entityId: string): Promise<MenuItem[]> {
  if (!can(ctx.permissions, 'read:audit_log')) return []
  const t = await getTranslations('nav')
  const query = new URLSearchParams({ entity, entityId })
  return [{ label: t('recordHistory'), href: `/${ctx.school.slug}/settings/audit?${query}` }]
}
