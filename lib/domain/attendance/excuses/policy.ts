import type { SchoolContext } from '@/lib/platform/context'
import type { Permission } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import { validOn } from '../../academics/policy'
import { readsAll } from '../policy'

/** The office and whoever takes roll call may enter an excuse that a family brought. */
export const enterExcuses: Permission[] = ['write:enrollment', 'write:attendance']

/** All excuses, or those of the students whom a teacher has in a course today. */
export function visibleExcuses(ctx: SchoolContext, teacherId: string | null) {
  if (readsAll(ctx)) return {}
  if (!teacherId) return { id: { in: [] as string[] } }
  const on = validOn(today())
  return {
    enrollment: { courses: { some: { ...on, courseOffering: { assignments: { some: { teacherId, ...on } } } } } },
  }
}
