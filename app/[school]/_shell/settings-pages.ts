import type { SchoolContext } from '@/lib/platform/context'
import { can, type Permission } from '@/lib/platform/permissions'

const pages = [
  { page: 'school', needs: 'config:institution' },
  { page: 'years', needs: 'config:institution' },
  { page: 'people', needs: 'manage:users' },
  { page: 'requirements', needs: 'config:institution' },
  { page: 'consents', needs: 'config:institution' },
  { page: 'branding', needs: 'config:institution' },
  { page: 'security', needs: 'config:institution' },
  { page: 'simat', needs: 'config:institution' },
  { page: 'numbering', needs: 'config:institution' },
  { page: 'mails', needs: 'config:institution' },
  { page: 'jobs', needs: null },
  { page: 'tokens', needs: null },
  { page: 'audit', needs: 'read:audit_log' },
] as const satisfies { page: string; needs: Permission | null }[]

export type SettingsPage = (typeof pages)[number]['page']

/** Background work and programs are for those who work in the office; students and families have neither. */
const office: Permission[] = ['config:institution', 'read:enrollment', 'read:students']

/** The pages of /settings that this person may open, in the order of the menu. */
export function settingsPages(ctx: SchoolContext): SettingsPage[] {
  const held = (permission: Permission) => can(ctx.permissions, permission)
  const works = office.some(held)
  return pages.filter(({ needs }) => (needs ? held(needs) : works)).map(({ page }) => page)
}
