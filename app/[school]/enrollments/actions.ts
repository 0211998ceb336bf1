'use server'

import { changeEnrollmentStatus, updateEnrollment } from '@/lib/domain/enrollments/commands'
import { enrollChild } from '@/lib/domain/enrollments/form/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const pagesOf = (ctx: SchoolContext, enrollment: { id: string; studentId: string }) => [
  `/${ctx.school.slug}`,
  `/${ctx.school.slug}/enrollments`,
  `/${ctx.school.slug}/enrollments/${enrollment.id}`,
  `/${ctx.school.slug}/students/${enrollment.studentId}`,
]

export const enrollChildAction = action(enrollChild, {
  revalidate: pagesOf,
  redirectTo: (ctx, { id }) => `/${ctx.school.slug}/enrollments/${id}?opened=1`,
})

export const updateEnrollmentAction = action(updateEnrollment, { revalidate: pagesOf })

export const changeEnrollmentStatusAction = action(changeEnrollmentStatus, { revalidate: pagesOf })
