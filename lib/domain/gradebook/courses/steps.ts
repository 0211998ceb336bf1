import type { SchoolContext } from '@/lib/platform/context'
import type { Sql } from '@/lib/platform/db/sql'
import { AppError } from '@/lib/platform/errors'
import { can } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import { overrules, writingRefusal } from '../policy'
import { gradeRules, isDescriptive } from '../rules'
import type { CourseHeading } from '../scores/schema'
import { courseHeading } from './sql'

const untouched = { status: 'open', note: null, version: 0, at: null, by: null } as const

/**
 * A course's heading with the rules of its grade and what this person may do there.
 * @throws AppError not_found when there is none, or none that this person may see, or the period is of another year
 */
export async function readHeading(
  call: { ctx: SchoolContext; sql: Sql },
  asked: { courseId: string; periodId?: string | undefined },
) {
  const row = await courseHeading(call, asked, today())
  if (!row || (asked.periodId && !row.period)) throw new AppError('not_found')
  const { rules: stored, isOwn, directorId, ...rest } = row
  const rules = gradeRules(stored, row.gradeLevel)
  const handing = row.handing ?? untouched
  const { ctx } = call
  const mayWrite = overrules(ctx) || (isOwn && can(ctx.permissions, 'write:grades'))
  const isOpen = row.period && !writingRefusal(ctx, { period: row.period.status, handing: handing.status })
  const course: CourseHeading = {
    ...rest,
    handing: { ...handing, at: handing.at && new Date(handing.at).toISOString() },
    assessment: isDescriptive(row.assessment, rules) ? 'descriptive' : 'numeric',
    writes: mayWrite && isOpen === true,
  }
  return { course, rules, directorId, isOwn }
}
