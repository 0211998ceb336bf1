import type { SchoolContext } from '@/lib/platform/context'
import { fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import { visibleJobs } from './policy'

/** How many of the jobs that this person sees wait or run: every page asks. */
export async function countRunning({ ctx, sql }: { ctx: SchoolContext; sql: Sql }): Promise<number> {
  const { createdBy } = visibleJobs(ctx)
  const [row] = await sql<{ running: number }>`
    select count(*)::int as running from jobs
     where school_id = ${ctx.schoolId} and status in ('queued', 'running')
       ${createdBy === undefined ? nothing : fragment`and created_by = ${createdBy}`}`
  return row?.running ?? 0
}
