import type { Tone } from '@/components/ui/tone'

const enrollment: Record<string, Tone> = {
  pending_documents: 'warning',
  in_review: 'info',
  active: 'ok',
  graduated: 'accent',
  withdrawn: 'neutral',
}

const document: Record<string, Tone> = { pending: 'neutral', uploaded: 'info', validated: 'ok', rejected: 'danger' }

export const enrollmentTone = (status: string): Tone => enrollment[status] ?? 'neutral'
export const documentTone = (status: string): Tone => document[status] ?? 'neutral'
