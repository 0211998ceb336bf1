'use server'

import { createStudent, setStudentActive, updateStudent } from '@/lib/domain/students/commands'
import { action } from '@/lib/platform/action'

const list = (slug: string) => `/${slug}/students`

export const createStudentAction = action(createStudent, {
  revalidate: ({ school }) => [list(school.slug)],
  redirectTo: ({ school }, { id }) => `${list(school.slug)}/${id}`,
})

export const updateStudentAction = action(updateStudent, {
  revalidate: ({ school }, { id }) => [list(school.slug), `${list(school.slug)}/${id}`],
  redirectTo: ({ school }, { id }) => `${list(school.slug)}/${id}`,
})

export const setStudentActiveAction = action(setStudentActive, {
  revalidate: ({ school }, { id }) => [list(school.slug), `${list(school.slug)}/${id}`],
})
