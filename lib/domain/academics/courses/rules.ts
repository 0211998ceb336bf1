import { can, permissionsOf, type Role, roles } from '@/lib/platform/permissions'

/** Roles whose people may be given a course: those that may write scores. */
export const teachingRoles: Role[] = roles.filter((role) => can(permissionsOf([role]), 'write:grades'))

export const mayHoldCourse = (names: readonly string[]): boolean =>
  names.some((name) => teachingRoles.some((role) => role === name))

/** Hours of a week in a decimal text, '22' or '22.5', summed without a float's errors: hours have one decimal. */
export function sumHours(hours: readonly string[]): string {
  const tenths = hours.reduce((sum, text) => sum + Math.round(Number(text) * 10), 0)
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1)
}
