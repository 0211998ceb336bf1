import type { SchoolContext } from '@/lib/platform/context'
import { can, type Permission } from '@/lib/platform/permissions'

/** One of these opens the gradebook: the whole school's courses, or those that one teaches. */
export const readCourses: Permission[] = ['read:grades', 'write:grades']

/** Whoever holds the school's write right mends what a teacher has handed in. */
export const overrules = (ctx: SchoolContext): boolean => can(ctx.permissions, 'write:all')

/**
 * Whether scores and words may be written now: an open period, and a course that is not handed in.
 * @returns null, or the key of the reason why not
 */
export function writingRefusal(
  ctx: SchoolContext,
  { period, handing }: { period: string; handing: string },
): 'gradebook.refusal.periodNotOpen' | 'gradebook.refusal.handedIn' | null {
  if (period !== 'open') return 'gradebook.refusal.periodNotOpen'
  if (handing === 'submitted' && !overrules(ctx)) return 'gradebook.refusal.handedIn'
  return null
}
