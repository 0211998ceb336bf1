import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { can, type Permission } from '@/lib/platform/permissions'

/** Everybody who can start background work. */
export const jobReaders: Permission[] = ['config:institution', 'read:enrollment', 'read:students', 'read:own_students']

/** The school's administrators see all of its work, everybody else what they started themselves. */
export function visibleJobs(ctx: SchoolContext): { createdBy?: string | null } {
  return can(ctx.permissions, 'config:institution') ? {} : { createdBy: userIdOf(ctx) }
}
