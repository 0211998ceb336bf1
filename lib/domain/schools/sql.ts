import type { SchoolContext } from '@/lib/platform/context'
import type { Sql } from '@/lib/platform/db/sql'

/** `school_settings.branding_settings` as stored: every page asks for it. */
export async function storedBranding({ ctx, sql }: { ctx: SchoolContext; sql: Sql }): Promise<unknown> {
  const [row] = await sql<{ branding: unknown }>`
    select branding_settings as branding from school_settings where school_id = ${ctx.schoolId}`
  return row?.branding
}
