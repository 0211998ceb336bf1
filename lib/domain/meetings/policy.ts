import type { Permission } from '@/lib/platform/permissions'

/** Who may see meetings and the projector: whoever sees the marks of the whole school. */
export const readMeetings: Permission = 'read:grades'

/** Who may call a meeting and write down what it decides: coordinator and rector (docs/decisions, comisión de evaluación). */
export const leadMeetings: Permission = 'write:due_process'

/** Who may sign the minutes: the rector. */
export const signMeetings: Permission = 'config:institution'
