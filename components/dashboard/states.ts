import type { EnrollmentStatus } from '@/lib/shared/enrollment-status'

/** The order in a bar: what is done first, so that the rest of every bar ends where work is left. */
export const chartStates = [
  'active',
  'graduated',
  'in_review',
  'pending_documents',
  'withdrawn',
] as const satisfies readonly EnrollmentStatus[]

export type ChartState = (typeof chartStates)[number]

/** Each state has a colour and a pattern of its own, for paper and for eyes that see no colours. */
export const stateLook: Record<ChartState, { color: string; pattern: 'solid' | 'dots' | 'lines' | 'cross' | 'empty' }> =
  {
    active: { color: 'var(--ok)', pattern: 'solid' },
    graduated: { color: 'var(--accent-ink)', pattern: 'cross' },
    in_review: { color: 'var(--info)', pattern: 'dots' },
    pending_documents: { color: 'var(--warning)', pattern: 'lines' },
    withdrawn: { color: 'var(--text-muted)', pattern: 'empty' },
  }

export type ChartRow = { gradeLevel: string; grade: string; href?: string; total: number } & Record<ChartState, number>
