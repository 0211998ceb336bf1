/** In the order of the way; `withdrawn` may come back to `active`. Labels in messages/<lang>/enrollments.json under `status`. */
export const enrollmentStatuses = ['pending_documents', 'in_review', 'active', 'graduated', 'withdrawn'] as const

export type EnrollmentStatus = (typeof enrollmentStatuses)[number]

export const isEnrollmentStatus = (code: string): code is EnrollmentStatus =>
  (enrollmentStatuses as readonly string[]).includes(code)
