import type { Tone } from '@/components/ui/tone'
import type { MailStatus } from '@/lib/domain/mails/schema'

export const mailTones: Record<MailStatus, Tone> = { queued: 'info', sent: 'ok', kept: 'warning', failed: 'danger' }
